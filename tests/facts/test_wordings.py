"""What sentences of country pages give in many wordings, and near misses that must give nothing.

All are our own words; some dates are made up. "~" stands for a no-break space.
"""

from __future__ import annotations

import pytest

from archiveviewer.facts.reading.read import read
from archiveviewer.records import PageText

D, G, S, R = "apmbc.art5.deadline", "apmbc.art5.request_granted", "apmbc.art5.request_submitted", "apmbc.art5.deadline_requested"
FIRST, DONE = "apmbc.art5.deadline_initial", "apmbc.art5.completion"

PARTY = ("apmbc.status", "state_party")

SAID: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = (
    # --- joining ---
    ("Peru", "Peru ratified the Convention on 17~June~1998.", (("apmbc.ratification", "1998-06-17"), PARTY)),
    ("Peru", "The Convention was ratified by Peru on 17 June 1998.", (("apmbc.ratification", "1998-06-17"), PARTY)),
    ("Peru", "Peru ratified the Ottawa Treaty in June 1998.", (("apmbc.ratification", "1998-06"), PARTY)),
    ("Peru", "On 17 June 1998 Peru ratified the Mine Ban Treaty.", (("apmbc.ratification", "1998-06-17"), PARTY)),
    ("Peru", "Peru deposited its instrument of ratification on June 17, 1998.", (("apmbc.ratification", "1998-06-17"), PARTY)),
    ("Senegal", "Senegal signed the Mine Ban Treaty on 3 December 1997.", (("apmbc.signature", "1997-12-03"),)),
    (
        "Senegal",
        "Senegal was quick and signed the Convention in Ottawa on 3 December 1997.",
        (("apmbc.signature", "1997-12-03"),),
    ),
    ("Senegal", "On 3 December 1997, Senegal signed the Convention.", (("apmbc.signature", "1997-12-03"),)),
    ("Iraq", "Iraq acceded to the Mine Ban Treaty on 15 August 2007.", (("apmbc.accession", "2007-08-15"), PARTY)),
    ("Iraq", "In August 2007, Iraq acceded to the Convention.", (("apmbc.accession", "2007-08"), PARTY)),
    ("Iraq", "Iraq joined the Convention by accession on 15 August 2007.", (("apmbc.accession", "2007-08-15"), PARTY)),
    ("Iraq", "The Convention entered into force for Iraq on 1~February~2008.", (("apmbc.entry_into_force", "2008-02-01"), PARTY)),
    ("Iraq", "For Iraq, the Convention entered into force on 1 February 2008.", (("apmbc.entry_into_force", "2008-02-01"), PARTY)),
    ("Iraq", "Iraq has been a State Party since 1 February 2008.", (("apmbc.entry_into_force", "2008-02-01"), PARTY)),
    ("Iraq", "Iraq became a State Party to the Convention on 1 February 2008.", (("apmbc.entry_into_force", "2008-02-01"), PARTY)),
    (
        "Montenegro",
        "Montenegro succeeded to the Convention on 23 October 2006.",
        (("apmbc.succession", "2006-10-23"), PARTY),
    ),
    ("India", "India has not joined the Anti-Personnel Mine Ban Convention.", (("apmbc.status", "not_party"),)),
    ("India", "India is not a party to the Mine Ban Treaty.", (("apmbc.status", "not_party"),)),
    ("India", "India has neither signed nor ratified the Mine Ban Treaty.", (("apmbc.status", "not_party"),)),
    ("India", "India remains outside the Mine Ban Treaty.", (("apmbc.status", "not_party"),)),
    ("Peru", "Peru is a State Party to the Convention.", (PARTY,)),
    # --- leaving ---
    (
        "Latvia",
        "Latvia deposited its instrument of withdrawal on 27 June 2025.",
        (("apmbc.withdrawal_submitted", "2025-06-27"),),
    ),
    (
        "Latvia",
        "The withdrawal took effect on 27 December 2025.",
        (("apmbc.withdrawal_effective", "2025-12-27"), ("apmbc.status", "withdrawn")),
    ),
    (
        "Latvia",
        "Latvia's withdrawal from the Convention became effective on 27 December 2025.",
        (("apmbc.withdrawal_effective", "2025-12-27"), ("apmbc.status", "withdrawn")),
    ),
    (
        "Latvia",
        "Its withdrawal entered into effect on 27 December 2025.",
        (("apmbc.withdrawal_effective", "2025-12-27"), ("apmbc.status", "withdrawn")),
    ),
    ("Latvia", "The withdrawal will take effect on 27 December 2025.", (("apmbc.withdrawal_effective", "2025-12-27"),)),
    # --- the first clearance deadline ---
    (
        "Yemen",
        "Yemen undertook to clear all mined areas no later than 1~March~2009.",
        ((FIRST, "2009-03-01"), (D, "2009-03-01")),
    ),
    ("Yemen", "Yemen's initial clearance deadline was 1 March 2009.", ((FIRST, "2009-03-01"), (D, "2009-03-01"))),
    ("Yemen", "The original deadline for mine clearance was 1 March 2009.", ((FIRST, "2009-03-01"), (D, "2009-03-01"))),
    ("Yemen", "Its first Article 5 deadline was set for 1 March 2009.", ((FIRST, "2009-03-01"), (D, "2009-03-01"))),
    # --- deadlines that were set, moved, extended ---
    ("Chad", "Senegal, Yemen and Chad were granted extensions until 1 March 2026.", ((D, "2026-03-01"),)),
    ("Chad", "The request was granted and a new deadline was set for 1 November 2018.", ((D, "2018-11-01"),)),
    ("Chad", "A second request was granted and a new deadline was set for 31~October~2023.", ((D, "2023-10-31"),)),
    ("Chad", "A new deadline was then set for 31 December 2020.", ((D, "2020-12-31"),)),
    ("Chad", "The deadline of 31 December 2020 passed without a new request.", ((D, "2020-12-31"),)),
    ("Chad", "Chad's clearance deadline was extended to 1 January 2020.", ((D, "2020-01-01"),)),
    ("Chad", "The deadline has been extended until 1 January 2020.", ((D, "2020-01-01"),)),
    ("Chad", "Its current Article 5 deadline is 1 January 2025.", ((D, "2025-01-01"),)),
    ("Chad", "Chad must complete mine clearance by 1 January 2025.", ((D, "2025-01-01"),)),
    ("Chad", "Chad's mine clearance deadline is 1 January 2025.", ((D, "2025-01-01"),)),
    ("Chad", "The deadline for Chad to complete mine clearance is 1 January 2025.", ((D, "2025-01-01"),)),
    ("Chad", "Chad was granted an extension until 1 January 2020.", ((D, "2020-01-01"),)),
    ("Chad", "Chad received a five-year extension of its clearance deadline, until 1 January 2025.", ((D, "2025-01-01"),)),
    ("Chad", "States Parties approved an extension of its deadline to 1 January 2020.", ((D, "2020-01-01"),)),
    (
        "Chad",
        "The request was granted by the States Parties at the 18MSP in 2020, extending the deadline until 1 March 2027.",
        ((D, "2027-03-01"), (G, "18MSP")),
    ),
    (
        "Chad",
        "The request was approved at the Tenth Meeting of the States Parties and the deadline was extended to 1 January 2014.",
        ((D, "2014-01-01"), (G, "10MSP")),
    ),
    (
        "Chad",
        "The Tenth Meeting of the States Parties granted the request and set a new deadline of 1 January 2014.",
        ((D, "2014-01-01"), (G, "10MSP")),
    ),
    (
        "Chad",
        "The Fourth Review Conference granted the request, setting 1 January 2025 as the new deadline.",
        ((D, "2025-01-01"), (G, "4RC")),
    ),
    (
        "Chad",
        "At the Fourth Review Conference in Oslo, the States Parties granted Chad an extension until 1 January 2025.",
        ((D, "2025-01-01"), (G, "4RC")),
    ),
    (
        "Chad",
        "An extension until 1 January 2025 was granted at the Fourth Review Conference.",
        ((D, "2025-01-01"), (G, "4RC")),
    ),
    (
        "Chad",
        "Chad was granted a five-year extension at the 4RC, until 1~January~2025.",
        ((D, "2025-01-01"), (G, "4RC")),
    ),
    (
        "Chad",
        "In November 2020, at the Eighteenth Meeting of the States Parties, the request was granted; the new deadline is 1 March 2027.",
        ((D, "2027-03-01"), (G, "18MSP")),
    ),
    ("Chad", "The request was granted at the Cartagena Summit.", ((G, "2RC"),)),
    # --- requests ---
    ("Chad", "Chad submitted its second extension request on 2 May 2013.", ((S, "2013-05-02"),)),
    ("Chad", "On 2 May 2013, Chad submitted a request for an extension of its clearance deadline.", ((S, "2013-05-02"),)),
    ("Chad", "A request to extend the deadline was submitted on 2 May 2013.", ((S, "2013-05-02"),)),
    (
        "Chad",
        "In May 2013 Chad requested an extension of its deadline until 1 January 2020.",
        ((S, "2013-05"), (R, "2020-01-01")),
    ),
    ("Chad", "Chad asked for an extension until 1 January 2020.", ((R, "2020-01-01"),)),
    ("Chad", "Chad asked for its deadline to be extended until 1 January 2020.", ((R, "2020-01-01"),)),
    ("Chad", "Chad has requested an extension of five years, to 1 January 2030.", ((R, "2030-01-01"),)),
    ("Chad", "The request, received on 2 May 2013, asks for an extension until 1 January 2020.", ((S, "2013-05-02"), (R, "2020-01-01"))),
    # --- completion ---
    ("Albania", "Albania declared completion of its Article 5 obligations on 1 December 2009.", ((DONE, "2009-12-01"),)),
    ("Albania", "On 1 December 2009, Albania declared that it had completed mine clearance.", ((DONE, "2009-12-01"),)),
    ("Albania", "Albania completed its Article 5 obligations in December 2009.", ((DONE, "2009-12"),)),
    ("Albania", "Albania fulfilled its clearance obligation on 1 December 2009.", ((DONE, "2009-12-01"),)),
    # --- stockpiles and retained mines ---
    (
        "Kenya",
        "Kenya destroyed its stockpile of 35,774 antipersonnel mines on 16 August 2003.",
        (("apmbc.art4.destroyed_total", "35774"), ("apmbc.art4.completed", "2003-08-16")),
    ),
    ("Kenya", "Kenya completed the destruction of its stockpile in August 2003.", (("apmbc.art4.completed", "2003-08"),)),
    ("Kenya", "Kenya retains 3,000 anti-personnel mines for training.", (("apmbc.art3.retained", "3000"),)),
    ("Kenya", "In 2012 Kenya reported that it had retained 1~020 anti-personnel mines for training.", (("apmbc.art3.retained", "1020"),)),
    ("Kenya", "Kenya does not retain any anti-personnel mines.", (("apmbc.art3.retained", "0"),)),
    ("Kenya", "Kenya reported that it has no stockpile of anti-personnel mines.", (("apmbc.art4.stockpile_reported", "no"),)),
    ("Kenya", "Kenya submitted its initial transparency report on 27 December 2001.", (("apmbc.art7.initial_report", "2001-12-27"),)),
    ("Kenya", "Kenya reported that it has no known mined areas.", (("apmbc.art5.mined_areas", "no"),)),
    # --- the Convention on Cluster Munitions ---
    (
        "Chad",
        "Chad ratified the Convention on Cluster Munitions on 26 March 2013.",
        (("ccm.ratification", "2013-03-26"), ("ccm.status", "state_party")),
    ),
    (
        "Chad",
        "Under Article 4 of the Convention on Cluster Munitions, its clearance deadline was 1 October 2023.",
        (("ccm.art4.deadline", "2023-10-01"),),
    ),
    (
        "Chad",
        "Chad's clearance deadline under Article 4 of the Convention on Cluster Munitions is 1 October 2024.",
        (("ccm.art4.deadline", "2024-10-01"),),
    ),
    ("India", "India has not signed the Convention on Cluster Munitions.", (("ccm.status", "not_party"),)),
    (
        "Zambia",
        "Zambia ratified the Mine Ban Treaty on 23 February 2001, becoming a State Party on 1 August 2001.",
        (
            ("apmbc.ratification", "2001-02-23"),
            ("apmbc.entry_into_force", "2001-08-01"),
            PARTY,
        ),
    ),
    (
        "Zambia",
        "Having signed the Convention on 12 December 1997, Zambia ratified it on 23 February 2001.",
        (
            ("apmbc.signature", "1997-12-12"),
            ("apmbc.ratification", "2001-02-23"),
            PARTY,
        ),
    ),
    (
        "Ethiopia",
        "Ethiopia's ratification of the Convention took place on 17 December 2004.",
        (
            ("apmbc.ratification", "2004-12-17"),
            PARTY,
        ),
    ),
    (
        "Ethiopia",
        "Ethiopia signed on 3 December 1997 and ratified on 17 December 2004.",
        (
            ("apmbc.signature", "1997-12-03"),
            ("apmbc.ratification", "2004-12-17"),
            PARTY,
        ),
    ),
    (
        "Ethiopia",
        "The treaty entered into force for the country on 1 June 2005.",
        (
            ("apmbc.entry_into_force", "2005-06-01"),
            PARTY,
        ),
    ),
    (
        "Tuvalu",
        "On 13 September 2011 Tuvalu deposited its instrument of accession.",
        (
            ("apmbc.accession", "2011-09-13"),
            PARTY,
        ),
    ),
    ("Egypt", "Egypt has not acceded to the Mine Ban Treaty.", (("apmbc.status", "not_party"),)),
    ("Egypt", "Egypt is a state not party to the Mine Ban Treaty.", (("apmbc.status", "not_party"),)),
    ("Egypt", "Egypt did not sign the Mine Ban Treaty and has not joined it since.", (("apmbc.status", "not_party"),)),
    (
        "Lithuania",
        "On 27 June 2025, Lithuania notified the Secretary-General of its withdrawal from the Convention.",
        (("apmbc.withdrawal_submitted", "2025-06-27"),),
    ),
    (
        "Lithuania",
        "Lithuania ceased to be a State Party on 27 December 2025.",
        (
            ("apmbc.withdrawal_effective", "2025-12-27"),
            ("apmbc.status", "withdrawn"),
        ),
    ),
    ("Yemen", "Under Article 5, Yemen was required to clear all mined areas by 1 March 2009.", ((D, "2009-03-01"), (FIRST, "2009-03-01"))),
    ("Yemen", "Yemen was obliged to complete clearance by 1 March 2009.", ((D, "2009-03-01"), (FIRST, "2009-03-01"))),
    ("Yemen", "The Article 5 deadline for Yemen is 1 March 2028.", ((D, "2028-03-01"),)),
    ("Yemen", "Yemen's Article 5 deadline expires on 1 March 2028.", ((D, "2028-03-01"),)),
    ("Yemen", "Yemen's deadline to clear all mined areas is 1 March 2028.", ((D, "2028-03-01"),)),
    ("Yemen", "The States Parties agreed to grant Yemen an extension until 1 March 2028.", ((D, "2028-03-01"),)),
    (
        "Yemen",
        "Yemen obtained an extension of its Article 5 deadline to 1 March 2020 at the Third Review Conference.",
        (
            (D, "2020-03-01"),
            (G, "3RC"),
        ),
    ),
    (
        "Yemen",
        "The Ninth Meeting of the States Parties agreed to the request and extended the deadline until 1 March 2015.",
        (
            (D, "2015-03-01"),
            (G, "9MSP"),
        ),
    ),
    (
        "Yemen",
        "Its request for a five-year extension, to 1 March 2028, was approved by the Twentieth Meeting of the States Parties.",
        (
            (D, "2028-03-01"),
            (G, "20MSP"),
        ),
    ),
    (
        "Yemen",
        "In 2014, the Third Review Conference approved a further extension until 1 March 2020.",
        (
            (D, "2020-03-01"),
            (G, "3RC"),
        ),
    ),
    (
        "Yemen",
        "Following approval of its request at the 18MSP, the deadline is now 1 March 2023.",
        (
            (D, "2023-03-01"),
            (G, "18MSP"),
        ),
    ),
    ("Yemen", "A third extension, until 1 March 2028, was granted in November 2022.", ((D, "2028-03-01"),)),
    ("Yemen", "Yemen submitted an extension request on 30 March 2022.", ((S, "2022-03-30"),)),
    ("Yemen", "Yemen filed a request for an extension on 30 March 2022.", ((S, "2022-03-30"),)),
    ("Yemen", "On 30 March 2022 the Committee received Yemen's extension request.", ((S, "2022-03-30"),)),
    ("Yemen", "Yemen seeks an extension of five years until 1 March 2028.", ((R, "2028-03-01"),)),
    ("Yemen", "In its request, Yemen proposes a new deadline of 1 March 2028.", ((R, "2028-03-01"),)),
    ("Tunisia", "Tunisia announced on 3 December 2009 that it had completed mine clearance.", ((DONE, "2009-12-03"),)),
    ("Tunisia", "Clearance of all mined areas was completed on 3 December 2009.", ((DONE, "2009-12-03"),)),
    ("Tunisia", "Tunisia declared itself mine free in December 2009.", ((DONE, "2009-12"),)),
    ("Tunisia", "Tunisia keeps 4,505 mines for training purposes.", (("apmbc.art3.retained", "4505"),)),
    ("Tunisia", "A total of 4,505 anti-personnel mines are retained for training.", (("apmbc.art3.retained", "4505"),)),
    ("Tunisia", "Tunisia has destroyed its entire stockpile of 18,259 antipersonnel mines.", (("apmbc.art4.destroyed_total", "18259"),)),
    ("Tunisia", "Stockpile destruction was completed on 29 September 2003.", (("apmbc.art4.completed", "2003-09-29"),)),
    ("Tunisia", "Tunisia's first Article 7 report was submitted on 9 July 2000.", (("apmbc.art7.initial_report", "2000-07-09"),)),
    ("Tunisia", "Tunisia submitted its most recent Article 7 report on 30 April 2020.", (("apmbc.art7.latest_report", "2020-04-30"),)),
    (
        "Serbia",
        "Serbia joined the Mine Ban Treaty in 2003 and has been a State Party since 1 March 2004.",
        (
            ("apmbc.entry_into_force", "2004-03-01"),
            PARTY,
        ),
    ),
    (
        "Serbia",
        "Serbia acceded on 18 September 2003; the Convention entered into force for it on 1 March 2004.",
        (
            ("apmbc.accession", "2003-09-18"),
            ("apmbc.entry_into_force", "2004-03-01"),
            PARTY,
        ),
    ),
    (
        "Serbia",
        "Serbia's Article 5 deadline was extended at the Thirteenth Meeting of the States Parties, to 1 March 2019.",
        (
            (D, "2019-03-01"),
            (G, "13MSP"),
        ),
    ),
    ("Serbia", "The new deadline for completing clearance is 31 December 2024.", ((D, "2024-12-31"),)),
    ("Serbia", "States Parties gave Serbia until 1 March 2023 to complete clearance.", ((D, "2023-03-01"),)),
    ("Serbia", "Serbia now has until 31 December 2024 to complete mine clearance.", ((D, "2024-12-31"),)),
    ("Serbia", "On 15 March 2018 Serbia asked for four more years to clear its mined areas.", ((S, "2018-03-15"),)),
    (
        "Serbia",
        "Serbia's second request, submitted on 15 March 2018, was approved at the Seventeenth Meeting of the States Parties.",
        (
            (S, "2018-03-15"),
            (G, "17MSP"),
        ),
    ),
    (
        "Serbia",
        "In 2018, the Seventeenth Meeting of the States Parties granted Serbia's request, with a new deadline of 1 March 2023.",
        (
            (D, "2023-03-01"),
            (G, "17MSP"),
        ),
    ),
    ("Serbia", "Serbia is requesting an extension to 31 December 2024.", ((R, "2024-12-31"),)),
    (
        "Serbia",
        "Serbia finished destroying its stockpile of 1,404,829 antipersonnel mines on 7 May 2007.",
        (
            ("apmbc.art4.destroyed_total", "1404829"),
            ("apmbc.art4.completed", "2007-05-07"),
        ),
    ),
    ("Serbia", "At the end of 2019, Serbia retained 3,134 antipersonnel mines for training.", (("apmbc.art3.retained", "3134"),)),
    ("Serbia", "Serbia holds no stockpile of antipersonnel mines.", (("apmbc.art4.stockpile_reported", "no"),)),
    ("Niger", "Niger fulfilled its Article 5 obligations on 31 December 2020.", ((DONE, "2020-12-31"),)),
    (
        "Niger",
        "Niger's first deadline under Article 5 was 1 September 2009.",
        (
            (FIRST, "2009-09-01"),
            (D, "2009-09-01"),
        ),
    ),
    ("Niger", "Niger submitted its initial Article 7 report on 12 September 2002.", (("apmbc.art7.initial_report", "2002-09-12"),)),
    (
        "Kenya",
        "Kenya has yet to submit its initial transparency report, due on 27 December 2001.",
        (("apmbc.art7.initial_report_due", "2001-12-27"),),
    ),
    ("Cuba", "Cuba is not a State Party to the Convention.", (("apmbc.status", "not_party"),)),
    ("Estonia", "Estonia's withdrawal will take effect on 27 December 2025.", (("apmbc.withdrawal_effective", "2025-12-27"),)),
    (
        "Estonia",
        "Estonia submitted its notice of withdrawal from the Ottawa Convention on 27 June 2025.",
        (("apmbc.withdrawal_submitted", "2025-06-27"),),
    ),
)

UNSAID: tuple[tuple[str, str], ...] = (
    # asked for, planned, expected: not granted
    ("Chad", "Chad plans to submit a request to extend its deadline by 31 March 2028."),
    ("Chad", "Chad is expected to submit an extension request in 2028."),
    ("Chad", "Chad did not submit an extension request in 2012."),
    ("Chad", "The deadline for submitting a request was 31 March 2019."),
    ("Chad", "A new deadline may be set for 1 January 2030."),
    ("Chad", "If the request were granted, a new deadline would be set for 1 January 2030."),
    ("Chad", "The request was not granted and no new deadline was set for 1 January 2030."),
    ("Chad", "The proposed new deadline of 1 January 2030 has yet to be decided."),
    ("Chad", "The analysing group recommended that the deadline be extended until 1 January 2030."),
    ("Chad", "Should States Parties grant the request, the deadline will be extended to 1 January 2030."),
    ("Chad", "Chad hopes that the deadline will be extended to 1 January 2030."),
    ("Chad", "Chad expects to complete mine clearance by 1 January 2030."),
    ("Chad", "Chad aims to fulfil its obligation by 2030."),
    ("Chad", "Chad has not completed mine clearance by 2020."),
    ("Chad", "Chad is not on track to meet a deadline."),
    ("Chad", "The work plan sets a deadline of 30 April 2026 for the next update."),
    ("Chad", "The deadline for the next transparency report is 30 April 2026."),
    ("Chad", "A new office deadline was set for tenders in 2018."),
    # another treaty, another article, another country
    ("Chad", "Its deadline for stockpile destruction was extended to 1 January 2003 in a draft, and was never in force."),
    ("Chad", "Senegal was granted an extension until 1 March 2026."),
    ("Chad", "The request of Senegal was granted at the Cartagena Summit."),
    ("Chad", "Senegal's deadline was extended to 1 March 2026."),
    ("Chad", "Senegal submitted a request to extend its deadline on 2 May 2013."),
    ("Chad", "Sudan and Senegal ratified the Convention on 13 October 2003."),
    ("Chad", "Unlike Chad, Libya has not joined the Mine Ban Treaty."),
    ("Chad", "The Protocol on mines was ratified by another state on 1 June 1999."),
    ("Chad", "The Convention entered into force on 1 March 1999."),
    ("Chad", "States Parties have ten years from entry into force to clear mined areas."),
    # hypothetical, negated
    ("India", "India has no plan to ratify the Convention by 2030."),
    ("India", "India would have ratified the Convention in 1999 if its neighbours had done so."),
    ("India", "India did not ratify the Convention in 1999."),
    ("India", "India was invited to sign the Convention on 3 December 1997."),
    ("India", "India said in 2010 that it might accede to the Convention in 2015."),
    ("India", "Parliament debated whether to accede to the Convention on 1 May 2015."),
    ("India", "India has never signed the Convention on 3 December 1997 or later, the minister said."),
    ("Latvia", "A withdrawal would take effect six months later, on 27 December 2025 at the earliest."),
    ("Latvia", "Estonia's withdrawal took effect on 27 December 2025."),
    ("Latvia", "Latvia has no plan to withdraw from the Convention."),
    ("Latvia", "If Latvia had withdrawn, the withdrawal would have taken effect on 27 December 2025."),
    # figures that are something else
    ("Kenya", "Kenya plans to retain 3,000 anti-personnel mines for training."),
    ("Kenya", "Uganda retains 1,764 anti-personnel mines for training."),
    ("Kenya", "Kenya destroyed 3,000 mines in 2002 and hopes to go on."),
    ("Kenya", "Kenya is to destroy its stockpile of 35,774 antipersonnel mines by 16 August 2005."),
    ("Kenya", "The clearance of 35,774 square metres was finished on 3 May 2011."),
    ("Kenya", "Kenya is to submit its transparency report by 30 April 2012."),
    ("Yemen", "Yemen has not yet requested an extension of its deadline of 2030 years ago."),
    ("Yemen", "Yemen must submit an extension request no later than 31 March 2027."),
    ("Yemen", "The request for extension is under review and will be decided at the Twentieth Meeting of the States Parties."),
    ("Yemen", "Yemen asked the Twentieth Meeting of the States Parties for more time."),
    ("Yemen", "At the Tenth Meeting of the States Parties, Yemen said it expects an extension until 1 March 2020 to be approved."),
    ("Yemen", "Were the extension granted, Yemen would have until 1 March 2028."),
    ("Yemen", "No extension was granted at the Tenth Meeting of the States Parties."),
    ("Yemen", "Sudan's request was granted at the Tenth Meeting of the States Parties and a new deadline was set for 1 April 2019."),
    ("Yemen", "The Ottawa Convention's tenth anniversary was marked on 1 March 2009."),
    ("Yemen", "The deadline for comments is 3 May 2020."),
    ("Yemen", "The project deadline was extended until 3 May 2020."),
    ("Yemen", "Yemen's deadline for submitting its transparency report was extended to 3 May 2020."),
    ("Egypt", "Egypt signed a contract with a clearance firm on 3 May 2020."),
    ("Egypt", "Egypt ratified the Arms Trade Treaty on 3 May 2014."),
    ("Egypt", "Egypt joined the Oslo talks on landmines on 3 September 1997."),
    ("Tunisia", "Tunisia intends to destroy its stockpile of 18,259 mines in 2003."),
    ("Tunisia", "Libya retains 4,505 mines for training."),
    ("Tunisia", "By 3 December 2009 Tunisia will have completed mine clearance."),
    ("Tunisia", "Tunisia completed clearance of the Tozeur area on 3 December 2009."),
    ("Tunisia", "Tunisia completed mine clearance training on 3 December 2009."),
    ("Yemen", "The Article 5 deadline for Senegal is 1 March 2026."),
    ("Yemen", "An extension until 1 March 2026 was granted to Senegal."),
    ("Serbia", "Serbia has until 31 March to reply to the Committee."),
    ("Serbia", "Serbia may request an extension beyond 31 December 2024."),
    ("Serbia", "Serbia told the meeting that clearance would be completed by 31 December 2024."),
    ("Serbia", "According to the plan, clearance will be completed in 2024."),
    ("Serbia", "The request was discussed at the Seventeenth Meeting of the States Parties."),
    ("Serbia", "Bosnia and Herzegovina was granted an extension until 1 March 2027 at the Eighteenth Meeting of the States Parties."),
    ("Serbia", "The deadline of 30 April passed."),
    ("Serbia", "In 2018 Serbia and Croatia discussed a joint request."),
    ("Serbia", "The Convention was opened for signature on 3 December 1997."),
    ("Serbia", "The Convention was adopted in Oslo on 18 September 1997."),
    ("Serbia", "Serbia adopted the decision on 15 March 2018."),
    ("Serbia", "Kosovo retains 3,134 mines for training."),
    ("Niger", "Nigeria completed mine clearance on 30 November 2011."),
    ("Niger", "Niger was not able to complete mine clearance on 1 September 2009."),
    ("Cuba", "Cuba attended the meeting of States Parties as an observer on 25 November 2019."),
    ("Estonia", "Parliament voted on 4 June 2025 in favour of withdrawal from the Ottawa Convention."),
)

_DERIVED = "apmbc.art5.deadline_current"


def facts_of(country: str, sentence: str) -> set[tuple[str, str]]:
    """Return what a country page with one sentence states about its country."""
    text = f"{country}\n\nAnti-Personnel Mine Ban Convention\n\n{sentence}\n".replace("~", "\u00a0")
    found = read((PageText(number=1, label="1", text=text),), paged=False, title=f"{country}, country page", name=country)
    return {(fact.type, fact.value) for fact in found.facts if fact.type != _DERIVED}


@pytest.mark.parametrize(("country", "sentence", "wanted"), SAID, ids=[sentence for _, sentence, _ in SAID])
def test_a_wording_gives_its_facts_and_no_others(country: str, sentence: str, wanted: tuple[tuple[str, str], ...]) -> None:
    assert facts_of(country, sentence) == set(wanted)


@pytest.mark.parametrize(("country", "sentence"), UNSAID, ids=[sentence for _, sentence in UNSAID])
def test_a_near_miss_gives_nothing(country: str, sentence: str) -> None:
    assert facts_of(country, sentence) == set()
