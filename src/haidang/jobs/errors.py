"""How a job ends without having done its work."""


class Hopeless(Exception):
    """Trying again would end the same way: the job fails at once."""


class Later(Exception):
    """Nothing is wrong with the job: what it needs is not there now."""


class TookTooLong(Exception):
    """The job did not end within its time."""


class WorkerDied(Exception):
    """The worker of the job was gone before the job ended."""
