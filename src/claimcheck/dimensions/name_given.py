"""Common given names with the gender they usually have; names borne by both are left out of the gendered sets.

Compiled by hand from names usual in English-language news; a hint for pronouns, never proof.
"""

from __future__ import annotations

from claimcheck.dimensions.name_lists import NICKNAMES, _words

FEMALE = _words(
    "abigail ada adele agnes aisha alexandra alice alicia alison allison amanda amelia amina amy ana "
    "andrea angela angelina anita ann anna anne annette annie antonia april aretha ariana astrid audrey "
    "ava barbara beatrice becky bella bernadette beth betty beverly beyoncé bianca brenda bridget "
    "brigitte britney camila carla carmen carol carolina caroline catherine cecilia celine charlotte "
    "chelsea cheryl chloe christina christine cindy claire clara claudia colleen condoleezza courtney "
    "cynthia daisy daniela deborah debra delia denise diana diane dolores donna dora doris dorothy edda "
    "edith eileen elaine eleanor elena elisa elisabeth eliza elizabeth ella ellen eloise elsa emily "
    "emma erica erin esther eva eve evelyn fatima fiona florence frances freya gabriela gabrielle gemma "
    "georgia geraldine gina giulia gloria grace greta gretchen gwen hannah hanne harriet hazel heather "
    "heidi helen helena helga hilary hillary holly ida ingrid irene iris isabel isabella isabelle "
    "isadora ivanka jackie jacqueline jana jane janet janice jasmine jean jennifer jenny jessica jill "
    "joan joanna joanne jodie josephine joyce judith judy julia juliana julie juliet julianne kamala "
    "karen karin kate katherine kathleen kathryn katie kelly kirsten kristen kristin lara laura lauren "
    "leah leila lena leslie leticia lily linda lina lisa liz louise lucia lucy lydia madeleine madison "
    "mandy margaret margot maria marie marilyn marina marit marta martha mary matilda maureen maya "
    "megan melania melanie melinda melissa mercedes meryl mia michelle mildred miriam molly monica "
    "nadia nancy naomi natalia natalie natasha nicole nina nora norma olga olivia oprah patricia paula "
    "pauline penelope penélope petra phoebe phyllis priscilla rachel ramona rebecca regina rhonda "
    "rihanna rita roberta rosa rosalind rose rosemary ruth sabrina sally samantha sandra sara sarah "
    "scarlett selena serena shakira sharon sheila shirley silvia simone sofia sonia sophia sophie "
    "stella stephanie susan susanna suzanne sylvia tamara tanya tara tatiana teresa theresa tina ursula "
    "valentina valerie vanessa vera veronica victoria viola violet virginia vivian wanda wendy whitney "
    "yolanda yvonne zoe"
)
MALE = _words(
    "aaron abdul abdullah abraham adam adolf adrian ahmed alan albert alberto alejandro alexander "
    "alfred ali allen alvin amir anders andreas andrew andré angelo ansel anthony antonio antoine "
    "archie arnold arthur ashton austin barack barry bashar ben benedict benjamin benito bernard bernie "
    "bill billy bob boris brad bradley brandon brett brian bruce bruno bryan byron caleb calvin carl "
    "carlos cesar chad charles chester chris christian christopher chuck clarence claude clint clive "
    "colin connor craig curtis cyril dale damian daniel dario darren dave david dean dennis derek diego "
    "dick dmitri dominic donald doug douglas duncan dustin dwight earl eddie edgar edmund eduardo "
    "edward edwin elias elijah elliot elon emmanuel enrique eric erik ernest ernesto ethan eugene evan "
    "felix fernando fidel francesco francisco francois franklin fred frederick gareth gary gavin "
    "geoffrey george gerald gerard gilbert giovanni giuseppe glenn gordon graham greg gregory guillermo "
    "gustav guy hamid hans harold harry harvey hassan hector heinrich henri henrik henry herbert herman "
    "hideo howard hugh hugo humphrey ian ibrahim igor isaac ismail ivan jack jacob jacques jake james "
    "jared jason javier jay jeff jeffrey jeremy jerome jerry jim jimmy joachim joaquin joe joel johann "
    "john johnny jon jonah jonas jonathan jorge jose josé joseph joshua josh juan julian julius justin "
    "karl keith kenneth kevin khalid klaus kofi konrad kurt kyle lamar lance larry lars lawrence lee "
    "leo leon leonard leonardo lionel lloyd louis lucas ludwig luigi luis luke magnus malcolm manuel "
    "marc marcel marco marcus mario mark markus martin marvin mathieu matt matthew maurice max maxwell "
    "mehmet michael michel miguel mikhail mohamed mohammad mohammed moses muhammad murray mustafa "
    "narendra nathan neil nelson nicholas nicolas nigel nikolai noah norman odell oliver olivier omar "
    "orlando oscar osama oswald otto owen pablo patrick paul pedro pell percy peter philip philippe "
    "phillip pierre prescott qasem qassem rafael ralph ramon randy raul raymond recep reginald rené "
    "ricardo richard rob robert roberto rodney rodrigo roger roland ronald ross roy ruben rudolf rupert "
    "russell ryan salman salvador sam samuel saul scott sean sebastian sergei sergey sergio seth simon "
    "stanley stefan stephen steve steven stuart sven terrence theodore thomas tim timothy tobias todd "
    "tom tomas tony travis trevor tyler umberto vincent viktor vincenzo vladimir volodymyr walter "
    "warren wayne werner wilhelm william willie winston wolfgang xavier yasser yuri zachary"
)
GIVEN = (
    FEMALE
    | MALE
    | frozenset(NICKNAMES)
    | _words(
        "alex ariel ashley avery bailey blake cameron casey dakota dana devin drew emerson finley hayden "
        "jamie jesse jordan jules kai kendall kim lane logan morgan parker pat quinn reese riley robin "
        "rowan sage sasha shannon shawn skyler sydney taylor terry toni tracy val joss mitch"
    )
)


def gender_of_given(given: str) -> str:
    """ "male", "female" or "" for a given name (its first word counts)."""
    first = given.split()[0].lower().strip(".") if given.split() else ""
    first = first.split("-")[0]
    if first in FEMALE:
        return "" if first in MALE else "female"
    return "male" if first in MALE else ""
