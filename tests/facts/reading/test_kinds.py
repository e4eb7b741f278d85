"""What titles and first lines say that a document is, in the languages of the United Nations, Khmer and Portuguese."""

from __future__ import annotations

import pytest

from archiveviewer.facts.reading.kinds import kind, kind_by_title
from archiveviewer.records import Kind


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Cambodia's Extension Request 2019", Kind.REQUEST),
        ("Request for an extension of the deadline", Kind.REQUEST),
        ("Demande de prolongation du Cambodge", Kind.REQUEST),
        ("Solicitud de prórroga de Camboya", Kind.REQUEST),
        ("Просьба о продлении срока, Камбоджа", Kind.REQUEST),
        ("طلب التمديد المقدم من كمبوديا", Kind.REQUEST),
        ("柬埔寨延期请求", Kind.REQUEST),
        ("សំណើសុំពន្យារពេលរបស់កម្ពុជា", Kind.REQUEST),
        ("Pedido de prorrogação de Angola", Kind.REQUEST),
        ("Cambodia's Revised Extension Request", Kind.REVISED_REQUEST),
        ("Demande de prolongation révisée", Kind.REVISED_REQUEST),
        ("Cambodia's Extension Request Decision 2019", Kind.DECISION),
        ("Décision sur la demande de prolongation du Cambodge 2019", Kind.DECISION),
        ("Decisión sobre la solicitud de prórroga de Camboya 2019", Kind.DECISION),
        ("Решение по просьбе Камбоджи о продлении срока 2019", Kind.DECISION),
        ("قرار بشأن طلب التمديد المقدم من كمبوديا 2019", Kind.DECISION),
        ("关于柬埔寨延期请求的决定 2019", Kind.DECISION),
        ("Decisão sobre o pedido de prorrogação de Angola", Kind.DECISION),
        ("Cambodia's Extension Request Analysis 2009", Kind.ANALYSIS),
        ("Analyse de la demande de prolongation du Cambodge 2009", Kind.ANALYSIS),
        ("Análisis de la solicitud de prórroga de Camboya 2009", Kind.ANALYSIS),
        ("Анализ просьбы Камбоджи о продлении срока 2009", Kind.ANALYSIS),
        ("تحليل طلب التمديد المقدم من كمبوديا 2009", Kind.ANALYSIS),
        ("对柬埔寨延期请求的分析 2009", Kind.ANALYSIS),
        ("Análise do pedido de prorrogação", Kind.ANALYSIS),
        ("Cambodia's Extension Request Executive Summary", Kind.OTHER),
        ("Summary of the Extension Request", Kind.OTHER),
        ("សេចក្តី\u200bសង្ខេប\u200bសំណើ\u200bសុំ\u200bពន្យារ\u200bពេល\u200bរបស់\u200bកម្ពុជា ២០១៩", Kind.OTHER),
        ("Additional information on the extension request", Kind.ADDITIONAL_INFORMATION),
        ("Renseignements complémentaires sur la demande de prolongation", Kind.ADDITIONAL_INFORMATION),
        ("Annex 19", Kind.ANNEX),
        ("Annex 2 to the extension request", Kind.ANNEX),
        ("Lao PDR, country page", Kind.COUNTRY_PAGE),
        ("Article 7 report 2018", Kind.ARTICLE_7_REPORT),
        ("A decisive analysis of the game", Kind.OTHER),
        ("Resolution 1325", Kind.OTHER),
        ("Law on the Prohibition of Anti-Personnel Mines", Kind.LAW),
        ("National Mine Action Act, 2004", Kind.LAW),
        ("In compliance with an usage coeval with the existence of our law", Kind.OTHER),
        ("The Law Library serves the needs of the people", Kind.OTHER),
    ],
)
def test_title(title: str, expected: Kind) -> None:
    assert kind_by_title(title) is expected
    assert kind("", title) is expected


def test_a_title_goes_before_the_first_lines() -> None:
    assert kind("Analysis of the request for an extension", "Cambodia's Extension Request Decision 2019") is Kind.DECISION


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Analysis of the first extension request of Cambodia", Kind.ANALYSIS),
        ("Decision on the second extension request of Cambodia", Kind.DECISION),
        ("Request for an extension of the deadline", Kind.REQUEST),
        ("The miners' tale", Kind.OTHER),
    ],
)
def test_first_lines(head: str, expected: Kind) -> None:
    assert kind(head, "scan0001") is expected
