"""Our own questions, with what answers them: about saved country pages, and about the articles of the Declaration of Human Rights.

They are worded as somebody would ask who does not know the text: other forms of its words, and words in another order.
"""

from __future__ import annotations

COUNTRY_PAGES = (
    ("Finland withdraws from the Ottawa Convention", "FIN-news-1.txt"),
    ("does Finland have mined areas", "FIN-monitor-1.txt"),
    ("Finland cluster munition non-signatory", "FIN-monitor-2.txt"),
    ("Nigeria ratifies cluster munitions convention", "NGA-ccmisu-1.txt"),
    ("mines retained by Nigeria 3,364", "NGA-monitor-2.txt"),
    ("Nigeria possesses stockpile of cluster munitions", "NGA-monitor-1.txt"),
    ("third extension for Cambodia until 2030", "KHM-news-1.txt"),
    ("Cambodia not a signatory of cluster munitions", "004_236d351eaceb6e1a.txt"),
    ("survivors in Cambodia significant numbers", "000_2d8cb406506353d3.txt"),
    ("Croatia land release target missed", "HRV-mar-1.txt"),
    ("Croatia second request to extend clearance deadline", "HRV-apmbc-1.txt"),
    ("Croatian stockpile of 199,003 antipersonnel mines destroyed", "HRV-monitor-1.txt"),
    ("destruction of 178,318 submunitions", "HRV-monitor-2.txt"),
    ("Croatia completed cluster munition remnants clearance", "HRV-mar-2.txt"),
    ("Jordan National Anti-Personnel Mine Ban Law", "JOR-monitor-1.txt"),
    ("Jordan verification of areas cleared before", "JOR-mar-1.txt"),
    ("extension granted to Jordan at the Eighth Meeting", "JOR-apmbc-1.txt"),
    ("Argentina stock of 90,000 mines destroyed", "ARG-monitor-1.txt"),
    ("Argentine extension request March 2023", "ARG-monitor-2.txt"),
    ("Ecuador request financial constraints", "ECU-mar-1.txt"),
    ("117 cluster bombs", "ECU-monitor-1.txt"),
    ("Sri Lanka retained mines 21 153", "LKA-national-1.txt"),
    ("Sri Lankan stockpile destruction", "LKA-national-2.txt"),
    ("DRC previously unrecorded mined areas 421 557 m2", "COD-mar-1.txt"),
    ("Congo extension Eleventh Meeting of the States Parties", "COD-apmbc-1.txt"),
    ("Afghanistan retained no mines for permitted purposes", "AFG-apmbc-1.txt"),
    ("Angola destroyed 81045 mines", "AGO-apmbc-1.txt AGO-apmbc-2.txt"),
    ("Angolan five-year extension until January 2018", "AGO-monitor-1.txt"),
    ("Palestine accession cluster munitions transparency", "PSE-monitor-2.txt"),
    ("Palestine acceded to the mine ban treaty in December 2017", "PSE-monitor-1.txt"),
    ("Mauritania 26,053 mines destroyed", "MRT-apmbc-2.txt"),
    ("Mauritania stockpile 21,168", "MRT-monitor-2.txt"),
    ("Mauritania first cluster report in March 2013", "MRT-monitor-1.txt"),
    ("Serbia deadline granted Thirteenth Meeting", "SRB-apmbc-1.txt"),
    ("South Sudan notification of succession", "SSD-apmbc-1.txt SSD-apmbc-2.txt SSD-apmbc-3.txt"),
    ("Chad party to cluster convention September 2013", "TCD-monitor-2.txt"),
    ("extension requests Eritrea Tajikistan Venezuela Peru", "MSP12-list-1.txt"),
    ("Palestine liée par la convention sur les mines", "PSE-press-1.txt"),
    ("rapports de transparence palestinien", "PSE-press-1.txt"),
)
"""A question, and the pages that answer it."""

HELD_OUT = (
    ("how many mines has Serbia destroyed in total", "SRB-apmbc-1.txt SRB-apmbc-2.txt"),
    ("fuzes taken out of PMA-1 and PMA-3", "SRB-apmbc-2.txt"),
    ("Serbian mines kept for peace operations training", "SRB-apmbc-1.txt"),
    ("score for national ownership of the Croatian programme", "HRV-mar-2.txt"),
    ("penal sanctions in Croatian legislation", "HRV-monitor-1.txt"),
    ("Croatia mines kept for testing demining machinery", "HRV-apmbc-1.txt"),
    ("Declaration of Compliance Croatia cluster munitions", "HRV-mar-2.txt"),
    ("Lithuania leaves the treaty", "FIN-news-1.txt"),
    ("Finnish accession to the Mine Ban Treaty", "FIN-monitor-1.txt"),
    ("prince announces the end of demining in Jordan", "JOR-apmbc-1.txt"),
    ("Jordanian imports of American mines in the seventies", "JOR-monitor-1.txt"),
    ("dogs trained with retained mines", "JOR-apmbc-1.txt"),
    ("Jordan compliant again after checking old clearance", "JOR-mar-1.txt"),
    ("how large is the mined area left in Ecuador", "ECU-mar-1.txt"),
    ("Ecuador uses ten mines each year in training", "ECU-apmbc-1.txt"),
    ("contamination of the Falkland Islands", "ARG-monitor-2.txt"),
    ("Argentina mines made inert", "ARG-monitor-1.txt"),
    ("Afghanistan improvised mines square kilometres", "AFG-monitor-1.txt"),
    ("Afghan deadline moved to March 2025", "AFG-apmbc-1.txt"),
    ("Angola confirmed and suspected hazardous areas", "AGO-monitor-1.txt"),
    ("Angola updated work plan", "AGO-apmbc-2.txt"),
    ("1304 mines of the Angolan army", "AGO-apmbc-2.txt"),
    ("alleged breach of the convention in Nassir", "SSD-apmbc-3.txt"),
    ("is South Sudan party to the disability rights convention", "SSD-apmbc-2.txt"),
    ("revised extension request of South Sudan August 2020", "SSD-apmbc-1.txt SSD-apmbc-2.txt"),
    ("Chad eightieth state to join the cluster munitions convention", "TCD-monitor-2.txt"),
    ("Chad ratification finished at home but not deposited", "TCD-monitor-1.txt"),
    ("mined areas found in Mauritania after completion", "MRT-apmbc-1.txt"),
    ("PMN and Model 51 mines of Mauritania", "MRT-monitor-2.txt"),
    ("Nigeria improvised mines newly mined areas", "NGA-apmbc-1.txt"),
    ("Cambodia annexes to the additional information", "000_2d8cb406506353d3.txt"),
    ("Cambodian campaigners bus", "004_236d351eaceb6e1a.txt"),
    ("deadlines of Thailand and Senegal", "MSP12-list-1.txt"),
    ("Cambodia land release slower in 2016", "KHM-mar-1.txt"),
    ("Sri Lanka destroyed landmines a year early", "LKA-national-2.txt"),
    ("Palestine voluntary report before joining", "PSE-monitor-1.txt"),
    ("Palestinian third update on cluster munitions", "PSE-monitor-2.txt"),
    ("Congo keeps no mines", "COD-apmbc-1.txt"),
    ("countries that keep no mines for training", "AFG-apmbc-1.txt COD-apmbc-1.txt TCD-apmbc-1.txt SSD-apmbc-2.txt PSE-monitor-1.txt"),
    (
        "thousands of landmine survivors",
        "AFG-apmbc-1.txt SRB-apmbc-1.txt SSD-apmbc-1.txt SSD-apmbc-2.txt SSD-apmbc-3.txt 000_2d8cb406506353d3.txt",
    ),
)
"""More of the same, judged by reading the pages before any search was asked. Ranking is not fitted to these: what fails here stays so
until something better for every question mends it, and no weight is chosen by them."""

HEADINGS = {
    **{"fra": "Article", "spa": "Artículo", "por_PT": "Artigo", "deu": "Artikel", "rus": "Статья", "arb": "المادة"},
    **{"cmn_hans": "第", "khm": "មាត្រា", "tha": "ข้อ", "heb": "סעיף"},
}
"""How the heading of an article begins, in each language."""

ARTICLES = {
    "fra": [
        ("droits d'asile", 14),
        ("nationalités", 15),
        ("congés payés", 24),
        ("éducations gratuites", 26),
        ("esclave", 4),
        ("tortures", 5),
    ],
    "spa": [("asilos", 14), ("nacionalidades", 15), ("vacación pagada", 24), ("educacion gratuita", 26), ("esclavo", 4), ("torturas", 5)],
    "por_PT": [("asilos", 14), ("nacionalidades", 15), ("férias pagas", 24), ("educaçao gratuita", 26), ("escravo", 4), ("torturas", 5)],
    "deu": [("Asyle", 14), ("Staatsangehörigkeiten", 15), ("Urlaube", 24), ("unentgeltliche Bildung", 26), ("Sklaven", 4), ("Foltern", 5)],
    "rus": [("убежищем", 14), ("гражданства", 15), ("отдыха", 24), ("бесплатного образования", 26), ("рабства", 4), ("пытка", 5)],
    "arb": [("جنسية", 15), ("العطلات", 24), ("تعليم", 26), ("الاسترقاق", 4), ("تعذيب", 5), ("الانتخابات", 21)],
    "cmn_hans": [("庇护", 14), ("国籍", 15), ("休息", 24), ("免费", 26), ("奴隶", 4), ("酷刑", 5)],
    "khm": [("ជ្រកកោន", 14), ("សញ្ជាតិ", 15), ("លំហែកំសាន្ដ", 24), ("ទាសភាព", 4), ("ទារុណកម្ម", 5)],
    "tha": [("ลี้ภัย", 14), ("สัญชาติ", 15), ("พักผ่อน", 24), ("ทาส", 4), ("ทรมาน", 5)],
    "heb": [("מקלט", 14), ("אזרחות", 15), ("חופשה", 24), ("עבדות", 4), ("עינויים", 5)],
}
"""What articles are about, in words that they have in this or another form, and their numbers."""
