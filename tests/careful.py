"""What a careful reader says about every chain of the gold pages and the seeds, seen on 23 November 2026.

Each page was read by a person before the program was asked. A reading names the state, the deadline that stands (by the treaty text where
no page states one), who decided it and when it ended; `by` in front of an end says that a report of that day tells of it. `read` is what
the reading rests on. Where the program says something else, `program` is that, and `why` explains the difference.
"""

from __future__ import annotations

from dataclasses import dataclass

NO_CHAIN = "no chain"


@dataclass(frozen=True, slots=True)
class Reading:
    """One chain as a careful reader tells it: state, deadline, meeting and end in one line, `-` for what is not known."""

    key: str
    says: str
    read: str
    program: str = ""
    why: str = ""


_LIST = "given in brackets as an extended deadline, in a list of the 12MSP"
_TABLED = "tabled its declaration of completion at the 12MSP"
_NOT_TABLED = "a list of documents that were tabled, without a date: the rules take no fact from it, and gold has none"

READINGS = (
    # -- mine ban, Article 5: clearance ---------------------------------------------------------------------------
    Reading("AFG apmbc 5", "passed 2025-03-01 20MSP -", "first 2013-03-01, 12MSP to 2023-03-01, 20MSP to 2025-03-01, nothing after"),
    Reading("AGO apmbc 5", "passed 2025-12-31 16MSP -", "first 2013-01-01, 12MSP to 2018-01-01, 16MSP to 2025-12-31, nothing after"),
    Reading("ARG apmbc 5", "passed 2020-03-01 - -", "2023-03-01 is listed with the request of March 2019, before any meeting"),
    Reading("BIH apmbc 5", "passed 2019-03-01 - -", _LIST),
    Reading("CHL apmbc 5", "passed 2020-03-01 - -", _LIST),
    Reading("COD apmbc 5", "passed 2025-12-31 - -", "11MSP to 2015-01-01; a later page gives 2025-12-31 and no meeting"),
    Reading("COG apmbc 5", "met - - by 2012-12-05", _TABLED, program=NO_CHAIN, why=_NOT_TABLED),
    Reading("COL apmbc 5", "passed 2021-03-01 - -", _LIST),
    Reading("DNK apmbc 5", "met - - by 2012-12-05", _TABLED, program=NO_CHAIN, why=_NOT_TABLED),
    Reading("DZA apmbc 5", "passed 2017-04-01 - -", _LIST),
    Reading("ECU apmbc 5", "passed 2025-12-31 - -", "two more years were asked for on 2025-07-07, not granted on these pages"),
    Reading("ERI apmbc 5", "passed 2015-02-01 - -", _LIST),
    Reading("FIN apmbc 5", "withdrawn - - 2026-01-10", "withdrawal handed in on 2025-07-10; no mined areas, so no deadline"),
    Reading("GBR apmbc 5", "passed 2019-03-01 - -", _LIST),
    Reading("GMB apmbc 5", "met - - by 2012-12-05", _TABLED, program=NO_CHAIN, why=_NOT_TABLED),
    Reading("GNB apmbc 5", "met - - by 2012-12-05", _TABLED, program=NO_CHAIN, why=_NOT_TABLED),
    Reading("HRV apmbc 5", "passed 2026-03-01 - -", "9MSP to 2019-03-01; a later page gives 2026-03-01 and recommends to ask"),
    Reading("JOR apmbc 5", "met 2012-05-01 8MSP 2012-04-24", "completed in time; the page names the 8MSP, held before the request"),
    Reading(
        "KHM apmbc 5",
        "extended 2030-12-31 22MSP -",
        "granted by the States Parties in Geneva on 1-5 December 2025: the days of the 22MSP",
        program="extended 2030-12-31 - -",
        why="the news item does not name the meeting, and the program names none that the words do not",
    ),
    Reading("LTU apmbc 5", "withdrawn - - -", "withdrew on a 27 December", program=NO_CHAIN, why="the sentence has no year"),
    Reading("MOZ apmbc 5", "passed 2014-03-01 - -", _LIST),
    Reading("MRT apmbc 5", "passed 2021-01-01 14MSP -", "completion of 2018-11-29 undone by areas reported on 2020-06-23"),
    Reading("NGA apmbc 5", "passed 2012-03-01 - -", "completion of 2011-11-29 undone by newly mined areas told of in November 2019"),
    Reading("PER apmbc 5", "passed 2017-03-01 - -", _LIST),
    Reading("SEN apmbc 5", "passed 2016-03-01 - -", _LIST),
    Reading("SRB apmbc 5", "passed 2019-03-01 13MSP -", "first 2014-03-01, 13MSP to 2019-03-01, nothing after"),
    Reading("SSD apmbc 5", "passed 2026-07-09 18MSP -", "first 2021-07-09, request of 2020 revised, 18MSP to 2026-07-09"),
    Reading("TCD apmbc 5", "passed 2020-01-01 13MSP -", "first 2009-11-01, two requests, 10MSP to 2014-01-01, 13MSP to 2020-01-01"),
    Reading("THA apmbc 5", "passed 2018-11-01 - -", _LIST),
    Reading("TJK apmbc 5", "passed 2020-04-01 - -", _LIST),
    Reading("UGA apmbc 5", "met - - by 2012-12-05", _TABLED, program=NO_CHAIN, why=_NOT_TABLED),
    Reading("VEN apmbc 5", "passed 2014-10-01 - -", _LIST),
    Reading("YEM apmbc 5", "passed 2015-03-01 - -", _LIST),
    # -- mine ban, Article 4: stockpiles ----------------------------------------------------------------------------
    Reading("AFG apmbc 4", "met 2007-03-01 - 2006", "\"in 2006 it had completed\"; in force 2003-03-01"),
    Reading("AGO apmbc 4", "met 2007-01-01 - 2006", "\"completed the destruction in 2006\"; in force 2003-01-01"),
    Reading("ARG apmbc 4", "met 2004-03-01 - 2003-12-04", "finished on 2003-12-04, \"ahead of its 1 March 2004 deadline\""),
    Reading("COD apmbc 4", "met 2006-11-01 - by 2005", "\"in 2005 reported that it had completed\": then or before; in force 2002-11-01"),
    Reading("ECU apmbc 4", "met 2003-10-01 - by 2007", "reported in 2007, after the deadline; when it was done is not said"),
    Reading("HRV apmbc 4", "met 2003-03-01 - 2002-10-23", "completed on 2002-10-23, \"in advance of its treaty deadline of 1 March 2003\""),
    Reading("JOR apmbc 4", "met 2003-05-01 - 2003-04", "one page says in April 2003, another only that it was reported on 1 May 2003"),
    Reading("KHM apmbc 4", "met 2004-01-01 - by 2008", "reported in the 2007 report, submitted in 2008; when it was done is not said"),
    Reading("LKA apmbc 4", "met 2022-06-01 - by 2021-09-30", "reported on 2021-09-30, \"almost a year before the deadline\""),
    Reading("MRT apmbc 4", "met 2005-01-01 - 2004-12-05", "completed on 2004-12-05, \"ahead of its deadline of 1 January 2005\""),
    Reading("NGA apmbc 4", NO_CHAIN, "indicated that it had no stockpile; what it destroyed in 2005 was kept for training (Article 3)"),
    Reading("PSE apmbc 4", NO_CHAIN, "said in 2012 that it has no stockpile"),
    Reading("SRB apmbc 4", "met 2008-03-01 - by 2006-12-27", "reported on 2006-12-27; in force 2004-03-01"),
    Reading("SSD apmbc 4", NO_CHAIN, "reported at the 11MSP that it did not possess any"),
    Reading("TCD apmbc 4", "met 2003-11-01 - by 2006-09-01", "reported on 2006-09-01, after the deadline; when it was done is not said"),
    # -- mine ban, Article 7: first report --------------------------------------------------------------------------
    Reading("AFG apmbc 7", "met late 2003-08-28 - 2003-09-01", "in force 2003-03-01; initial report four days late"),
    Reading("AGO apmbc 7", "met late 2003-06-30 - 2004-09-14", "in force 2003-01-01; initial report more than a year late"),
    Reading("ARG apmbc 7", NO_CHAIN, "the pages do not speak of reports"),
    Reading("COD apmbc 7", "met 2003-04-30 - 2003-04-30", "in force 2002-11-01; initial report on the very day"),
    Reading("ECU apmbc 7", "met 2000-03-29 - 2000-03-29", "in force 1999-10-01; initial report on the very day"),
    Reading("FIN apmbc 7", NO_CHAIN, "only that no report came in 2019; nothing about the first one"),
    Reading("HRV apmbc 7", "met late 1999-08-28 - 1999-09-03", "in force 1999-03-01; initial report six days late"),
    Reading("JOR apmbc 7", "met 1999-10-28 - 1999-08-09", "in force 1999-05-01; initial report in time"),
    Reading("KHM apmbc 7", "met 2000-06-29 - 2000-06-28", "in force 2000-01-01; initial report a day before"),
    Reading("LKA apmbc 7", "met 2018-11-28 - 2018-11", "\"submitted in November 2018\": in time but for the last two days of the month"),
    Reading("MRT apmbc 7", "met 2001-06-30 - 2001-06-20", "in force 2001-01-01; initial report in time"),
    Reading("NGA apmbc 7", "met late 2002-08-28 - 2004-06-22", "in force 2002-03-01; initial report in 2004"),
    Reading("PSE apmbc 7", "passed 2018-11-28 - -", "due by 2018-11-28 in words; the report of 2012 was a voluntary one"),
    Reading("SRB apmbc 7", "met late 2004-08-28 - 2004-09-01", "in force 2004-03-01; initial report four days late"),
    Reading(
        "SSD apmbc 7",
        "met, in time or late, 2012-01-05 - 2012",
        "in force 2011-07-09, so due on 2012-01-05; the initial report came \"in 2012\", most likely after that",
        program="met 2012-01-05 - 2012",
        why="a year alone does not prove a report late, so the program calls it met and shows both days",
    ),
    Reading("TCD apmbc 7", "met late 2000-04-29 - 2002-04-29", "in force 1999-11-01; initial report two years late"),
    # -- cluster munitions ------------------------------------------------------------------------------------------
    Reading("AFG ccm 4", "passed 2022-03-01 - -", "stated by a page of 2018; nothing after"),
    Reading("ECU ccm 3", "met 2018-11-01 - 2004", "its stockpile was destroyed in 2004, before it joined; in force 2010-11-01"),
    Reading("ECU ccm 7", "met late 2011-04-30 - 2011-06-23", "in force 2010-11-01; initial report in June"),
    Reading("HRV ccm 3", "met 2018-08-01 - 2018-07", "completed \"at the end of July 2018\"; in force 2010-08-01"),
    Reading("HRV ccm 4", "met 2020-08-01 - 2020-07-10", "completed on 2020-07-10, weeks ahead of 1 August; declared on that day"),
    Reading("HRV ccm 7", "met late 2011-01-28 - 2011-04-10", "in force 2010-08-01; initial report in April"),
    Reading("MRT ccm 3", NO_CHAIN, "it has no stockpile"),
    Reading("MRT ccm 7", "met late 2013-01-28 - 2013-03", "in force 2012-08-01; first report \"in March 2013\""),
    Reading("NGA ccm 3", "running 2031-08-01 - -", "possesses a stockpile; in force 2023-08-01"),
    Reading("NGA ccm 7", "passed 2024-01-28 - -", "due on 2024-01-28 in words; no report on these pages"),
    Reading("PSE ccm 7", "met late 2015-12-28 - 2017-11-15", "in force 2015-07-01; initial report in 2017"),
    Reading("TCD ccm 7", "passed 2014-02-28 - -", "due by 2014-02-28 in words; no report on these pages"),
)  # fmt: skip
"""In the order of the articles. A key that is neither here nor in the program is a chain of which no page speaks."""
