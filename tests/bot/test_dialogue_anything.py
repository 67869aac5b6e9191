"""Citizens who say anything in any order: what must hold for all of them."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.dialogue import Heard, Stage, State, acts, decide, from_json
from bot.dialogue.reading import facts
from handoff.rules import catalogue
from handoff.store.models import Owner
from nlu.interpretation import Urgency
from tests.bot.saying import said, situation

DANGER = Urgency(value=True, score=0.9, reason="disparos o persona armada")
INTENTS = [*catalogue.load().categories, *catalogue.load().conversation, "nlu_fallback"]
WORDS = [
    "Cajeme", "San Pedro", "83010", "la Sahuaro", "calle Nayarit 45", "6621234567",
    "me llamo Ana Soto", "no, es en la Choyal", "no sé", "no", "sí", "omitir", "anónimo",
    "corregir", "cancelar", "0", "hola", "¿para qué?", "CS-2026-000001-5", "AAAA-1111",
    "260487624000123", "no acepto", "acepto", "inicio", "la calle es Reforma", "por aquí mismo",
    "asdf", "there is no water in my house", "ayuda", "", "no, es otra cosa", "no es eso",
    "no, es otra cosa: no hay agua en mi casa",
]  # fmt: skip
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZabcdefghjkmnpqrstvwxyz"  # of a query key
PAYLOADS = ["si", "no", "corregir", "omitir:calle", "dato:colonia", "categoria:bacheo", "otra_cosa"]

texts = st.builds(
    said,
    st.sampled_from(WORDS) | st.text(max_size=60),
    st.sampled_from(INTENTS),
    st.sampled_from([0.05, 0.4, 0.7, 0.95]),
)
dangers = st.builds(said, st.just("hay balazos"), urgent=st.just(DANGER))
buttons = st.builds(said, payload=st.sampled_from(PAYLOADS))
others = st.sampled_from(
    [said(attachments=[{"id": "foto"}]), said(location={"lat": 29.0, "lon": -110.9})]
)
messages = st.lists(texts | buttons | others | dangers, max_size=14)


@settings(max_examples=300, deadline=None)
@given(messages)
def test_whatever_is_said(conversation: list[Heard]) -> None:
    state, owner, has_notice = State(), Owner.bot, False
    for heard in conversation:
        decision = decide(state, heard, situation(owner, has_notice=has_notice))
        is_told = state.waits_for_person and state.told_wait_at is not None
        assert decision.acts or is_told, "the bot is silent"
        if heard.meaning.urgent.value:
            assert isinstance(decision.acts[0], acts.Safety)
        assert _known_and_asked(decision.state, decision.acts) == []
        has_notice = has_notice or any(isinstance(act, acts.Welcome) for act in decision.acts)
        owner = _owner(owner, decision.acts)
        state = from_json(decision.state.as_json())
        assert state == decision.state


@settings(max_examples=200, deadline=None)
@given(
    st.text(ALPHABET, min_size=8, max_size=8),
    st.sampled_from(["despedida", "gracias", "cancelar", "afirmar", "hablar_con_persona"]),
    st.sampled_from(["", "thanks", "leave", "person"]),
)
@example("WE00DAYS", "gracias", "thanks")
def test_a_query_key_is_one_whatever_it_resembles(key: str, intent: str, move: str) -> None:
    heard = said(f"{key[:4]}-{key[4:]}", intent, 0.95, move=move)
    waits = State(Stage.key, folio="CS-2026-000001-5", waits_for_person=True)
    [told, *_] = decide(waits, heard, situation(Owner.queue)).acts
    assert told == acts.TellStatus("CS-2026-000001-5", heard.text.upper())


@settings(max_examples=200, deadline=None)
@given(messages, st.sampled_from([Owner.analyst, Owner.closed]))
def test_nothing_but_the_safety_line_while_a_person_owns_it(
    conversation: list[Heard], owner: Owner
) -> None:
    state = State()
    for heard in conversation:
        decision = decide(state, heard, situation(owner))
        assert {type(act) for act in decision.acts} <= {acts.Safety, acts.HandOver}
        assert decision.acts == () or heard.meaning.urgent.value
        state = decision.state


def _known_and_asked(state: State, said: tuple[acts.Act, ...]) -> list[str]:
    asked = [act.fact for act in said if isinstance(act, acts.Ask)]
    assert all(fact in facts.ORDER for fact in asked)
    return [fact for fact in asked if fact in state.facts or fact in state.skipped]


def _owner(owner: Owner, said: tuple[acts.Act, ...]) -> Owner:
    if any(isinstance(act, acts.HandOver) for act in said):
        return Owner.queue
    return Owner.bot if any(isinstance(act, acts.LeaveQueue) for act in said) else owner
