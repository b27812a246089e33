"""What the team of Sanne's school wrote on the expertisekaart: eight who wanted to."""

from ibreflect.model.expertise import Content

TEAM = (
    Content(
        "Anneloes Wijngaard",
        "leren lezen\nfonemisch bewustzijn\nvoorlezen",
        "meertaligheid",
        "Taal- en leesspecialist, 2021",
        "Na schooltijd in het lokaal naast de hal",
    ),
    Content("Rik Bosveld", "rekenen met materiaal, hoofdrekenen", "spel in de les", "",
            "Op dinsdag en donderdag in de koffiekamer"),
    Content("Souad Tahiri", "Nederlands als tweede taal\nwoordenschat", "oudergesprekken, muziek",
            "Opleiding lesgeven aan nieuwkomers, 2019", "Stuur een bericht, ik bel terug"),
    Content("Coen Drost", "begrijpend lezen, toetsen lezen", "onderzoek in de eigen les",
            "Master leren en innoveren, 2023"),
    Content("Ilse van Tongeren", "gedrag in de groep\nrust bij de start van de dag",
            "bewegend leren", "Cursus groepsvorming, 2022", "Loop gerust binnen"),
    Content("Maya Soekhai", "hoogbegaafdheid, verrijking", "filosoferen met kinderen", "",
            "Maandagmiddag"),
    Content("Teun Rozema", "digitale geletterdheid, programmeren", "techniek, robots"),
    Content("Griet Oldenburg", "jonge kinderen, spelend leren\noverdracht",
            "natuur en schooltuin", "Specialist jonge kind, 2018", "Op woensdag tot twaalf uur"),
)  # fmt: skip
