"""Official catalogues that an operator downloads and imports: `ventanilla import-sepomex`."""

from pathlib import Path
from typing import Annotated

import typer

from bot import opening
from bot.opening import CannotStart
from nlu import catalogue, sepomex

app = typer.Typer()


@app.command("import-sepomex")
def import_sepomex(
    file: Annotated[Path, typer.Argument(help="Archivo de texto descargado del servicio postal.")],
) -> None:
    """Importa colonias y códigos postales de Sonora del catálogo del servicio postal."""
    settings = opening.settings()
    opening.make_data_dir(settings)
    try:
        imported = sepomex.read(file)
    except OSError as error:
        raise CannotStart(f"No se pudo leer {file}: {error.strerror}.") from None
    except catalogue.BrokenCatalogue as error:
        raise CannotStart(str(error)) from None
    catalogue.write(settings.catalogue_path, imported.colonias, imported.codes)
    print(
        f"Colonias: {len(imported.colonias)}. Códigos postales: {len(imported.codes)}. "
        "Se usan desde el próximo arranque."
    )
