// Asks the device for a key, or to make one, when the button is pressed.
"use strict";

const button = document.querySelector("button");
const line = document.querySelector("[role=status]");
const MAKES = button.dataset.maakt === "ja";
const WORDS = {
  NotAllowedError: "Dat is niet gelukt, of je hebt het afgebroken. Probeer het nog eens.",
  InvalidStateError: "Op dit apparaat heb je al een toegangssleutel. Meld je daarmee aan.",
  SecurityError: "Op dit webadres werken toegangssleutels niet. Vraag de beheerder om het goede adres.",
  TypeError: "ibreflect is nu niet te bereiken. Probeer het over een minuut nog eens.",
};
const FALLBACK = "Er ging iets mis. Probeer het nog eens.";

const bytes = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (each) => each.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

// What the server asks, with bytes where the browser wants them.
function asked(options) {
  const described = (each) => ({ ...each, id: bytes(each.id) });
  const publicKey = { ...options, challenge: bytes(options.challenge) };
  if (options.user) publicKey.user = { ...options.user, id: bytes(options.user.id) };
  for (const list of ["excludeCredentials", "allowCredentials"])
    if (options[list]) publicKey[list] = options[list].map(described);
  return { publicKey };
}

// What the device answers, with text where the server wants it.
function answered(key) {
  const response = {};
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"])
    if (key.response[name]) response[name] = text(key.response[name]);
  return { id: key.id, rawId: text(key.rawId), type: key.type, response };
}

async function send(address, body) {
  const headers = { "Content-Type": "application/json" };
  const answer = await fetch(address, { method: "POST", headers, body: JSON.stringify(body) });
  const told = await answer.json();
  if (!answer.ok) throw new Refusal(told.melding);
  return told;
}

class Refusal extends Error {}

async function go() {
  const options = asked(await send(location.pathname + "/vraag", {}));
  line.textContent = "Volg de aanwijzingen van je apparaat.";
  const key = MAKES ? await navigator.credentials.create(options) : await navigator.credentials.get(options);
  const { naar } = await send(location.pathname + "/antwoord", answered(key));
  location.replace(naar);
}

async function pressed() {
  button.disabled = true;
  try {
    await go();
  } catch (error) {
    line.textContent = error instanceof Refusal ? error.message : WORDS[error.name] ?? FALLBACK;
    button.disabled = false;
    button.focus();
  }
}

if (window.PublicKeyCredential) button.addEventListener("click", pressed);
else {
  button.disabled = true;
  line.textContent = "Deze browser kent geen toegangssleutels. Gebruik een nieuwere browser.";
}
