"""The states of a case, and which may follow which; `domain.md` section 7."""

from enum import StrEnum


class CaseState(StrEnum):
    """The words of the desk."""

    recibido = "recibido"
    en_validacion = "en_validacion"
    turnado = "turnado"
    canalizado = "canalizado"
    en_tramite = "en_tramite"
    contestado = "contestado"
    notificado = "notificado"
    concluido = "concluido"
    prevenido = "prevenido"
    improcedente = "improcedente"
    duplicado = "duplicado"
    reabierto = "reabierto"
    cancelado = "cancelado"


S = CaseState
FINAL = (S.concluido, S.improcedente, S.duplicado, S.cancelado)
REFERRED = (S.turnado, S.canalizado)
# The answer of the agency is there; whether that solved it, only the citizen can say.
TO_CONFIRM = (S.contestado, S.notificado)
_ENDS = (S.contestado, *FINAL)
_AT_WORK = (*REFERRED, S.en_tramite, S.prevenido, *_ENDS)

NEXT: dict[CaseState, tuple[CaseState, ...]] = {
    S.recibido: (S.en_validacion, *_AT_WORK),
    S.en_validacion: _AT_WORK,
    # An agency may say that it is not theirs: looked at again, or referred to another.
    S.turnado: (S.en_validacion, *_AT_WORK),
    S.canalizado: (S.en_validacion, *_AT_WORK),
    S.en_tramite: (*REFERRED, S.prevenido, *_ENDS),
    S.prevenido: (S.en_validacion, *REFERRED, S.en_tramite, *_ENDS),
    S.contestado: (S.notificado, S.concluido, S.reabierto, S.cancelado),
    S.notificado: (S.contestado, S.concluido, S.reabierto, S.cancelado),
    S.reabierto: (S.en_validacion, *_AT_WORK),
    **dict.fromkeys(FINAL, (S.reabierto,)),
}


def may_follow(before: CaseState) -> tuple[CaseState, ...]:
    """In the order in which a matter usually goes."""
    return tuple(each for each in CaseState if each in NEXT[before])
