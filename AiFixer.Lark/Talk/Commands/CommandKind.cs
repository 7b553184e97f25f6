namespace AiFixer.Lark.Talk.Commands;

internal enum CommandKind
{
    Status,
    Diag,
    Run,
    Ignore,
    Escalate,
    Approve,
    Reject,
    Plugins,
    Help,
}
