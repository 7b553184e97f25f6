using AiFixer.Core.Incidents;

namespace AiFixer.Core.Plugins;

/// <summary>The line that proposes what an advice would have done, as a person types it in a room.</summary>
public static class ProposalLine
{
    /// <returns>The whole line, or null when there is nothing to do or it cannot be written as one.</returns>
    public static string? Of(Advice advice, string incident) =>
        advice.Action is { Request: var call } && TypedArguments.Write(call.Arguments) is { } arguments
            ? $"/run {call.Plugin} {incident} {arguments}"
            : null;
}
