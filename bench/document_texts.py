"""Texts of our own that `bench documents` makes documents of: news, a report, documentation, a council's minutes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["h", "p", "li", "q", "note"]
Block = tuple[Kind, str]


@dataclass(frozen=True, slots=True)
class TextOf:
    """A document's title and blocks; a note belongs to the paragraph before it. `table`: its rows, heads first."""

    name: str
    title: str
    author: str
    blocks: tuple[Block, ...]
    table: tuple[tuple[str, ...], ...] = ()


HERONS = TextOf(
    "herons",
    "Herons of the Osterwick saltmarsh",
    "Nele Brandt",
    (
        (
            "p",
            "The official survey of the difficult northern flats counted 1,482 herons in 2024, which is 312 "
            "more than in the year before. Sufficient offshore shelters were found, and effluent flows were "
            "affected by the first floods of the season.",
        ),
        (
            "note",
            "The count of 2023 was taken in thick fog, so that the difference is uncertain by about 40 birds.",
        ),
        (
            "p",
            "The fishermen’s cooperative confirmed that efficient offices file their findings with "
            "extraordinary conscientiousness. Characteristically, the investigators distinguished between "
            "well-known breeding grounds and comparatively undocumented sandbanks.",
        ),
        ("h", "Methods"),
        (
            "p",
            "Altogether, approximately forty-three kilometres of shoreline were photographed systematically "
            "by volunteers. Each observer followed these rules:",
        ),
        ("li", "Each transect is 2.5 km long and is walked twice."),
        (
            "li",
            "Observations begin at 6.30 a.m. and last three hours, unless the visibility falls below 800 "
            "metres.",
        ),
        ("li", "Photographs are taken from a height of 1.7 m."),
        ("h", "Results"),
        (
            "p",
            "Nests were established predominantly in the reed-fringed shallows, where 214 pairs raised 502 "
            "fledglings. The administration of the municipality acknowledged responsibility for the "
            "embankment, whose reinforcement had been recommended unanimously by an international commission.",
        ),
        (
            "p",
            "Temperatures averaged 11.4 °C in April, and precipitation totalled 61 mm. “We did not expect so "
            "many,” said Brandt, who has directed the station since 1998. The municipality spent $4.2 million "
            "– about 12% more than planned – on the embankment.",
        ),
        (
            "q",
            "A marsh is not a wasteland but a nursery, and nobody who has stood in it at dawn will forget it.",
        ),
        ("note", "From a letter of the founder to the provincial council, written on 3 March 1931."),
        (
            "p",
            "Representatives of the neighbouring communities criticised the expenditure in an extraordinary "
            "meeting of the parliamentary committee for environmental affairs, infrastructure and "
            "transportation. Fewer than 30 people attended it.",
        ),
        ("h", "Outlook"),
        (
            "p",
            "It was decided that the long-term monitoring would be continued until 2031. The counting of "
            "birds is complicated by their tendency to fly around, as Dr. Amélie Kovář of the U.S. Geological "
            "Survey pointed out. A naïve estimate, e.g. one from a single café terrace, was off by more than "
            "200.",
        ),
    ),
    (("Year", "Pairs", "Fledglings"), ("2022", "187", "418"), ("2023", "190", "431"), ("2024", "214", "502")),
)

FERRY = TextOf(
    "ferry",
    "Ferry line to carry cars again after refit",
    "Ines Varga",
    (
        (
            "p",
            "The Lindholm ferry company carried 1.32 million passengers in 2023, officials said on Tuesday. "
            "Traffic was difficult in the first half of the year, when the oldest ship lay in dock for eleven "
            "weeks.",
        ),
        (
            "p",
            "It operates four ships: the Alda, the Brim, the Corva and the Dorn. The oldest was built in 1974 "
            "and refitted in 2011 at a cost of 8.6 million euros.",
        ),
        ("h", "Delays"),
        (
            "p",
            "Passengers complained of delays. On average a crossing took 43 minutes, 6 minutes longer than "
            "scheduled, and 7% of all departures were cancelled.",
        ),
        ("q", "We know that we have tested the patience of the islanders."),
        (
            "p",
            "That was how Jonas Effenberg, the company’s chief officer, put it in an interview with the "
            "Lindholm Post. He did not say whether fares would rise. Between 2019 and 2023 they rose by 18%.",
        ),
        ("h", "What changes"),
        ("li", "The winter timetable begins on 15 December."),
        ("li", "Dogs travel free, bicycles cost 4 euros."),
        ("li", "Cars are carried again from 1 March 2025, at first only on the Corva."),
        (
            "p",
            "The state pays 12.5 million euros a year for the line. An audit found that staff shortages, not "
            "the weather, caused two-thirds of the cancellations.",
        ),
        ("p", "The company employs 212 people, 41 of them in its office. In 2015 it had 260 employees."),
    ),
    (("Ship", "Built", "Seats"), ("Alda", "1974", "210"), ("Brim", "1998", "340"), ("Corva", "2009", "355")),
)

QUEUE = TextOf(
    "queue",
    "Limits of the Tamarack queue service",
    "The Tamarack team",
    (
        (
            "p",
            "A queue holds at most 120,000 messages, and a message may be no larger than 256 KiB. Messages "
            "that are not acknowledged within 30 seconds are delivered again, up to 5 times.",
        ),
        (
            "p",
            "Since version 3.2 the service offers exactly-once delivery within one region. Across regions "
            "delivery is at-least-once, so that consumers must be idempotent.",
        ),
        ("h", "Quotas"),
        ("p", "Each project may have 1,000 queues. To raise a quota, these are needed:"),
        ("li", "an account that is older than 90 days;"),
        ("li", "a payment method that has been verified."),
        (
            "p",
            "Requests are answered within two working days. The free plan is limited to 10,000 messages a "
            "day, and does not include dead-letter queues.",
        ),
        ("h", "Retention"),
        (
            "p",
            "Messages are kept for 4 days by default. The retention period can be set to anything between 60 "
            "seconds and 14 days. Changing it takes effect within 15 minutes.",
        ),
        (
            "p",
            "Configuration identifiers such as max_receive_count are case-sensitive. The file format, first "
            "specified in 2017, is officially frozen.",
        ),
        ("h", "Prices"),
        (
            "p",
            "One million requests cost $0.40. The first million of a month are free of charge, and traffic "
            "within a region is not billed.",
        ),
    ),
    (("Plan", "Queues", "Messages a day"), ("Free", "10", "10,000"), ("Pro", "1,000", "no limit")),
)

COUNCIL = TextOf(
    "council",
    "Minutes of the Brackmoor town council",
    "Office of the clerk",
    (
        (
            "p",
            "The council met on 14 March 2025 at 7 p.m. in the old granary. Of its 23 members 19 were "
            "present; Councillor Okonkwo-Reyes took the chair.",
        ),
        ("h", "Budget"),
        (
            "p",
            "The treasurer reported a deficit of £318,000 for 2024, after a surplus of £95,000 in 2023. The "
            "difference was explained by the rebuilding of the swimming baths, which were finished five "
            "months late.",
        ),
        ("note", "The contractor disputes this and has gone to court over a penalty of £60,000."),
        (
            "p",
            "A motion to raise the council tax by 2.9% was carried with 11 votes to 7. Councillor Fitch "
            "abstained, saying that the figures had been circulated “insufficiently early to be read”.",
        ),
        ("h", "Traffic"),
        ("p", "The council decided:"),
        ("li", "to lower the speed limit in Fleet Street to 20 mph from 1 June;"),
        ("li", "to leave the one-way system as it is;"),
        ("li", "to spend no more than £40,000 on crossings."),
        (
            "p",
            "Official figures show that 86 accidents happened in the town in 2024, 9 fewer than the year "
            "before. Nobody was killed.",
        ),
        ("h", "Any other business"),
        (
            "p",
            "The clerk announced that the archive, which holds 4,300 files, will be closed for refurbishment "
            "in August. The meeting ended at 9.42 p.m.",
        ),
    ),
)

TEXTS = (HERONS, FERRY, QUEUE, COUNCIL)
