"""The commonest words of languages, by which a page of running text is told in microseconds.

A first look only: it answers where one language is far ahead of all others, and leaves the rest to the library, which is surer on
short and mixed text and knows more languages, but takes a hundred times as long.
"""

from __future__ import annotations

from collections import Counter

_WORDS = {
    "en": "the of and to in that is for was with as by be are this from which have not or has on at an it their been were",
    "fr": "le la les de des du et en un une que qui dans pour par est sur au aux ce cette il sont avec pas ses ou son leur été",
    "es": "el la los las de del y en que por para con un una se es su al lo como más no sus esta este ha fue son",
    "pt": "o a os as de do da dos das e em que por para com um uma se é no na ao não mais sua pela pelo foram são nos nas",
    "de": "der die das und in den von zu mit des im ist dem für auf ein eine nicht sich werden als auch an es wird bei",
    "it": "il lo la gli le di del della dei e in che per con un una si è non dal nel nella alla sono ai delle ha come",
    "nl": "de het een en van in dat op te is voor met zijn niet aan er om ook als door naar bij worden heeft deze",
    "id": "yang dan di dengan untuk dari pada dalam ini itu adalah tidak akan oleh setiap atau orang telah sebagai kepada tersebut",
    "sw": "na ya wa kwa ni za katika la kila mtu cha au ana kama haki yake hii watu kuwa lakini wote si bila hiyo",
    "so": "iyo in ah ka oo ay uu ee waa lagu leh ku la waxaa loo aan qof kasta soo si ama kala wuxuu isaga kuwa",
    "tr": "ve bir bu için ile de da olarak her olan veya çok hakkı gibi daha en ne kadar sonra değil mi tarafından",
    "pl": "i w na z do się nie że jest to o za od po dla jak przez lub oraz są jego przy może które który",
    "ro": "și de la în a cu pe din nu că pentru este sau al ale prin sunt mai fi orice care ca o se are",
    "hr": "i u je se na da za od su s o ne koji koje ili kao pravo svatko ima bez biti to po iz nije",
    "vi": "và của các có được là trong cho không người với một những đã này về theo từ phải ở để khi do",
    "ru": "и в на с по не что на как для от к из или при его а о это также она они был которые том",
    "uk": "і в на з що не до та за або від у для як його які при про має це кожна людина є й",
    "bg": "и на да се за в от е с не по като които или при всеки има право са до може този",
    "ar": "من في على إلى أن كل لا ما هذا هذه التي أو عن مع ولا في كان بين أي له حق شخص ذلك وفي الذي قد",
    "fa": "از در به که را با این است و هر آن برای یا خود باید دارد حق کس می تا شود نمی مورد بر يا",
    "sr": "и у је се на да за од су са или који које као ће није има свако право може не што из о",
    "mk": "и на во се од за да со или не што како секој право има може е ги кој таа по ќе",
    "hi": "के में की है का और से को पर को कि यह इस एक हैं किया लिए प्रत्येक या भी नहीं तथा अधिकार",
    "ne": "को र छ मा ले हो गर्ने प्रत्येक पनि वा तथा लाई हुने छैन भएको गर्न कुनै व्यक्तिलाई अधिकार",
    "mr": "आणि आहे च्या या व किंवा असे ही हे ते नाही त्याच्या प्रत्येक करण्याचा मानवी सर्व आहेत",
}

_LANGUAGES: dict[str, tuple[str, ...]] = {}
for _language, _listed in _WORDS.items():
    for _word in dict.fromkeys(_listed.split()):
        _LANGUAGES[_word] = (*_LANGUAGES.get(_word, ()), _language)


def commonest(language: str) -> tuple[str, ...]:
    """Return the commonest words of a language (ISO 639-1); none where they are not known."""
    return tuple(_WORDS.get(language, "").split())


_FEWEST = 5
_SHARE = 10
"""Of the words of the text, one in ten must be among the commonest of its language."""


def clear_language(text: str) -> str | None:
    """Return the language whose commonest words are in the text, where it is far ahead of every other."""
    words = text.lower().split()
    counts: dict[str, int] = {}
    for word, times in Counter(filter(_LANGUAGES.__contains__, words)).items():
        for language in _LANGUAGES[word]:
            counts[language] = counts.get(language, 0) + times
    most, best = max(((many, language) for language, many in counts.items()), default=(0, ""))
    next_most = max((many for language, many in counts.items() if language != best), default=0)
    if most < _FEWEST or most < next_most * 3 // 2 + 2:
        return None
    return best if most * _SHARE >= len(words) or most * _SHARE >= sum(not word[0].isdigit() for word in words) else None
