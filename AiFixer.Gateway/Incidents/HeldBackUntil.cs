using AiFixer.Core.Incidents;

namespace AiFixer.Gateway.Incidents;

/// <summary>Why an investigation waits, and until when at least.</summary>
public sealed record HeldBackUntil(string Reason, DateTimeOffset Until)
{
    internal static HeldBackUntil? Of(Incident state) =>
        state is { HeldBack: { } reason, Task: { } task } ? new(reason, task.Due) : null;
}
