"""What a user can be told: one root, one class per kind of thing that can go wrong."""


class IbreflectError(Exception):
    """A Dutch sentence for the user: what is wrong, where, and what to do about it."""


class SettingsError(IbreflectError):
    """A setting of this installation has a value that cannot work."""


class QuestionnaireError(IbreflectError):
    """A questionnaire is unknown, changed without a new version, or cannot be read."""


class AnswersFileError(IbreflectError):
    """A file of answers for `score` cannot be used; the message lists every problem."""


class StoreError(IbreflectError):
    """The database cannot be opened, read or written."""


class InputError(IbreflectError):
    """Something that was entered cannot be used as it is."""


class NotAllowedError(IbreflectError):
    """The access policy said no; the message is its reason."""


class MailError(IbreflectError):
    """The mail server cannot be reached, or does not let us in; nothing was sent."""
