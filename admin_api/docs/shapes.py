"""From the OpenAPI document to what the API pages show."""

import json
from dataclasses import dataclass
from typing import Any

KINDS = {
    "string": "texto",
    "integer": "entero",
    "number": "número",
    "boolean": "sí o no",
    "object": "objeto",
    "null": "nulo",
}
FORMATS = {"date-time": "fecha y hora", "date": "fecha", "password": "contraseña"}
PLACES = {"path": "en la ruta", "query": "en la consulta", "header": "cabecera"}
LIMITS = {
    "minimum": "desde",
    "maximum": "hasta",
    "minLength": "caracteres, al menos",
    "maxLength": "caracteres, a lo más",
    "default": "si falta",
}


@dataclass(frozen=True, slots=True)
class Kind:
    """What a value is, and the name of its shape if it has one."""

    text: str
    shape: str | None = None


@dataclass(frozen=True, slots=True)
class Field:
    name: str
    place: str
    kind: Kind
    is_required: bool
    description: str
    limits: str
    example: str


@dataclass(frozen=True, slots=True)
class Answer:
    status: str
    description: str
    kind: Kind | None


@dataclass(frozen=True, slots=True)
class Call:
    id: str
    method: str
    path: str
    summary: str
    description: str
    parameters: tuple[Field, ...]
    body: Kind | None
    answers: tuple[Answer, ...]


def rooms(document: dict[str, Any]) -> dict[str, list[Call]]:
    """The calls by the resource they belong to."""
    found: dict[str, list[Call]] = {}
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            found.setdefault(operation["tags"][0], []).append(_call(method, path, operation))
    return found


def schemas(document: dict[str, Any]) -> dict[str, list[Field]]:
    """The shapes of what is sent and answered, by name."""
    return {
        name: _fields(schema) if "properties" in schema else [_choice(name, schema)]
        for name, schema in sorted(document["components"]["schemas"].items())
    }


def _call(method: str, path: str, operation: dict[str, Any]) -> Call:
    return Call(
        id=operation["operationId"],
        method=method.upper(),
        path=path,
        summary=operation.get("summary", ""),
        description=operation.get("description", ""),
        parameters=tuple(_parameter(each) for each in operation.get("parameters", ())),
        body=_content(operation.get("requestBody", {})),
        answers=tuple(
            Answer(status, answer["description"], _content(answer))
            for status, answer in operation["responses"].items()
        ),
    )


def _parameter(each: dict[str, Any]) -> Field:
    schema = each["schema"]
    return Field(
        name=each["name"],
        place=PLACES.get(each["in"], each["in"]),
        kind=kind_of(schema),
        is_required=each.get("required", False),
        description=each.get("description", ""),
        limits=_limits(schema),
        example=_example(schema),
    )


def _fields(schema: dict[str, Any]) -> list[Field]:
    required = schema.get("required", ())
    return [
        Field(
            name=name,
            place="",
            kind=kind_of(value),
            is_required=name in required,
            description=value.get("description", ""),
            limits=_limits(value),
            example=_example(value),
        )
        for name, value in schema["properties"].items()
    ]


def _choice(name: str, schema: dict[str, Any]) -> Field:
    return Field(name, "", kind_of(schema), True, schema.get("description", ""), "", "")


def _content(message: dict[str, Any]) -> Kind | None:
    for media in message.get("content", {}).values():
        return kind_of(media.get("schema", {}))
    return None


def kind_of(schema: dict[str, Any]) -> Kind:
    """`schema` in words."""
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[-1]
        return Kind(name, name)
    if options := schema.get("anyOf") or schema.get("oneOf"):
        kinds = [kind_of(option) for option in options]
        return Kind(
            " o ".join(kind.text for kind in kinds),
            next((kind.shape for kind in kinds if kind.shape), None),
        )
    if schema.get("type") == "array":
        items = kind_of(schema.get("items", {}))
        return Kind(f"lista de {items.text}", items.shape)
    if "enum" in schema:
        return Kind(" | ".join(map(str, schema["enum"])))
    written = schema.get("type", "cualquiera")
    return Kind(FORMATS.get(schema.get("format", ""), KINDS.get(written, written)))


def _limits(schema: dict[str, Any]) -> str:
    known = [schema, *schema.get("anyOf", ())]
    return "; ".join(
        f"{words} {each[key]}"
        for each in known
        for key, words in LIMITS.items()
        if each.get(key) is not None
    )


def _example(schema: dict[str, Any]) -> str:
    examples = schema.get("examples") or ()
    return json.dumps(examples[0], ensure_ascii=False) if examples else ""
