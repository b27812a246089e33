"""Invented names of people, schools and samenwerkingsverbanden: parts that are put together."""

import numpy as np

# fmt: off
_FIRST_NAMES = (
    "Aisha", "Anke", "Annelies", "Anouk", "Astrid", "Bahar", "Bart", "Bianca", "Carla", "Carmen",
    "Chantal", "Daan", "Danique", "Dewi", "Dilara", "Dirk", "Elif", "Ellen", "Els", "Emre",
    "Esmée", "Esther", "Evelien", "Farida", "Fatima", "Femke", "Frederiek", "Gerda", "Gijs",
    "Gülsen", "Hanneke", "Hatice", "Hilde", "Ilona", "Imane", "Indra", "Inge", "Iris", "Jantine",
    "Jasmijn", "Jelle", "Jolanda", "José", "Judith", "Karin", "Khadija", "Kim", "Laila", "Lianne",
    "Lisette", "Loes", "Lotte", "Maaike", "Magda", "Manon", "Marco", "Margriet", "Marloes",
    "Mei-Lin", "Merve", "Mirjam", "Monique", "Nadia", "Naomi", "Natasja", "Nienke", "Noor",
    "Pauline", "Petra", "Priya", "Rachida", "Renske", "Rosa", "Roos", "Rutger", "Sabine", "Samira",
    "Saskia", "Shanti", "Sietske", "Silvia", "Sven", "Tamara", "Thea", "Tineke", "Truus", "Wendy",
    "Wietske", "Yasmina", "Yvonne", "Zeynep",
)
_LAST_NAMES = (
    "Aalbers", "Achterberg", "van Alphen", "Amrani", "Arslan", "Bakhuis", "el Bakkali", "Balkema",
    "Bentinck", "ten Berge", "van den Boogaard", "Boersma", "Bouma", "Brouwer", "de Bruin",
    "Buitenhuis", "Chaouki", "Chen", "Claessens", "Dekkers", "Demir", "van Diepen", "Dijkema",
    "Doorn", "Driessen", "van Eck", "Eijkman", "Elzinga", "van Es", "Faber", "Feenstra", "Franken",
    "van Gelder", "Gerritsen", "de Goede", "de Graaf", "Groothuis", "Haverkamp", "van der Heide",
    "Hendriks", "Hoekstra", "Hofstra", "van Houten", "Idrissi", "Jagersma", "Janmaat", "de Jong",
    "Kamphuis", "Kaya", "van Kempen", "Kloosterman", "Koster", "Kowalska", "Kuipers", "Lammers",
    "van Leeuwen", "Linders", "van Loon", "Lubbers", "Martina", "Meijerink", "Mulder", "Nguyen",
    "Nijhuis", "Oosterveld", "Ouali", "Özdemir", "Pinas", "Postma", "Prins", "Ramdin", "Reijnders",
    "Ritsema", "Roelofs", "van Rossum", "Sahin", "Scholten", "Sewpersad", "Simons", "Slagter",
    "Smeets", "Spijker", "Stoffels", "Talsma", "Terpstra", "Tuinman", "van Veen", "Veldkamp",
    "Verbeek", "Vermeulen", "de Vries", "Wagenaar", "van der Wal", "Weijers", "Wiersma", "Wijnands",
    "Yildiz", "Zandstra", "Zijlstra", "Zwart",
)
_SCHOOL_BEGINNINGS = (
    "Appel", "Beuken", "Bloesem", "Bramen", "Dorps", "Duinen", "Eiken", "Elzen", "Esdoorn",
    "Fluister", "Havik", "Hazelaar", "Heide", "Kastanje", "Kersen", "Kiezel", "Klaver", "Koren",
    "Leeuwerik", "Linden", "Maan", "Merel", "Molen", "Noorder", "Oever", "Olmen", "Populieren",
    "Riet", "Ster", "Toren", "Veer", "Veld", "Vlinder", "Water", "Wilgen", "Zilver", "Zonne",
    "Zwaluw",
)
_SCHOOL_ENDINGS = (
    "akker", "bank", "boog", "brug", "dreef", "erf", "gaard", "hoeve", "hof", "kade", "kamer",
    "kring", "laan", "plein", "poort", "schuit", "spoor", "sprong", "tuin", "vlucht", "weide",
    "werf",
)
_SCHOOL_KINDS = (
    "Basisschool de ", "Basisschool de ", "De ", "De ", "De ", "Kindcentrum de ", "Obs de ",
    "Pcb de ", "Daltonschool de ", "Jenaplanschool de ", "Montessorischool de ",
)
_REGION_BEGINNINGS = (
    "Beuken", "Elzen", "Esdoorn", "Heide", "Iepen", "Kraan", "Linden", "Reiger", "Zilver",
)
_REGION_ENDINGS = (
    "beemd", "delta", "gouw", "marke", "oever", "streek", "stroom", "vaart", "waard",
)
# fmt: on
_NEUTER = {"erf", "plein", "spoor"}


def person_names(rng: np.random.Generator, count: int) -> list[str]:
    """`count` different names of people, at most 9,000."""
    pairs = rng.permutation(len(_FIRST_NAMES) * len(_LAST_NAMES))[:count]
    return [
        f"{_FIRST_NAMES[pair // len(_LAST_NAMES)]} {_LAST_NAMES[pair % len(_LAST_NAMES)]}"
        for pair in pairs
    ]


def school_names(rng: np.random.Generator, count: int) -> list[str]:
    """`count` different names of schools, at most 836."""
    pairs = rng.permutation(len(_SCHOOL_BEGINNINGS) * len(_SCHOOL_ENDINGS))[:count]
    kinds = rng.integers(len(_SCHOOL_KINDS), size=count)
    return [
        _school(int(pair), _SCHOOL_KINDS[kind]) for pair, kind in zip(pairs, kinds, strict=True)
    ]


def alliance_names(rng: np.random.Generator, count: int) -> list[str]:
    """`count` different names of samenwerkingsverbanden, at most 81."""
    pairs = rng.permutation(len(_REGION_BEGINNINGS) * len(_REGION_ENDINGS))[:count]
    return [
        "Samenwerkingsverband "
        + _REGION_BEGINNINGS[pair // len(_REGION_ENDINGS)]
        + _REGION_ENDINGS[pair % len(_REGION_ENDINGS)]
        for pair in pairs
    ]


def _school(pair: int, kind: str) -> str:
    beginning, ending = divmod(pair, len(_SCHOOL_ENDINGS))
    name = _SCHOOL_BEGINNINGS[beginning] + _SCHOOL_ENDINGS[ending]
    if _SCHOOL_ENDINGS[ending] in _NEUTER:
        kind = kind.replace("De ", "Het ").replace("de ", "het ")
    return kind + name
