using AiFixer.Core;

namespace AiFixer.Lark.Talk.Commands;

/// <summary>What somebody typed.</summary>
internal abstract record LarkCommand
{
    private LarkCommand()
    {
    }

    /// <param name="Incident">Null when none was named.</param>
    /// <param name="Words">What else was said, in order.</param>
    public sealed record Known(CommandKind Kind, IncidentId? Incident, IReadOnlyList<string> Words) : LarkCommand
    {
        public string Rest => string.Join(' ', Words);
    }

    /// <param name="Meant">What it looks like; null when it looks like nothing.</param>
    public sealed record Unknown(string Name, string? Meant) : LarkCommand;
}
