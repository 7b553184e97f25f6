using System.Text.Json.Serialization;

namespace AiFixer.Core.Incidents;

/// <summary>Something an incident still owes the world. Finishing it twice is harmless: its id is no longer open.</summary>
/// <param name="Id">Unique in its incident.</param>
/// <param name="Attempt">1 for the first try.</param>
/// <param name="Subject">The action or card it is about.</param>
/// <param name="Started">An action's call may have left.</param>
/// <param name="Sender">Which hold of the store's lease sends it; null when that was not written down yet.</param>
public sealed record OpenTask(
    string Id,
    TaskKind Kind,
    DateTimeOffset Due,
    int Attempt = 1,
    string? Subject = null,
    bool Started = false,
    string? Sender = null)
{
    /// <summary>The span of the incident's trace that left it to do; null when nobody traced. It outlives waits, processes and releases.</summary>
    public string? Span { get; init; }

    /// <summary>It waits for others; only its due time makes it move.</summary>
    [JsonIgnore]
    public bool IsWait => Kind is TaskKind.AwaitApproval or TaskKind.RetryLater or TaskKind.Remind or TaskKind.AwaitGroup or TaskKind.Recheck;
}
