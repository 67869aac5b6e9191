"""python3 -m bot: provision, then do what the command line says."""

from bot import provision


def main() -> None:
    provision.ready("runtime", "bot")
    from bot import commands

    commands.main()


if __name__ == "__main__":
    main()
