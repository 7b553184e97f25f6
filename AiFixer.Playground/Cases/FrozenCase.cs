using System.Text.Json.Nodes;
using AiFixer.Playground.Observability;

namespace AiFixer.Playground.Cases;

/// <summary>An incident frozen at a moment: what every data source would have answered then.</summary>
public sealed class FrozenCase
{
    internal FrozenCase(string id, string suite, DateTimeOffset now, string folder) => (Id, Suite, Now, Folder) = (id, suite, now, folder);

    /// <summary>Its name.</summary>
    public string Id { get; }

    /// <summary>The collection it belongs to.</summary>
    public string Suite { get; }

    /// <summary>The moment at which it is frozen.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>The folder it was read from.</summary>
    public string Folder { get; }

    /// <summary>What was alerting: an Alertmanager webhook's body.</summary>
    public required string Alert { get; init; }

    /// <summary>What it has data of; nothing else was there to be asked.</summary>
    public IReadOnlySet<CaseSource> Sources { get; init; } = new HashSet<CaseSource>();

    /// <summary>What an expert says was wrong; null where nobody wrote it down.</summary>
    public CaseExpectation? Expected { get; init; }

    internal IReadOnlyList<FrozenList> Lists { get; init; } = [];

    internal IReadOnlyDictionary<PodLogName, string> PodLogs { get; init; } = new Dictionary<PodLogName, string>();

    internal IReadOnlyList<MetricSeries> Metrics { get; init; } = [];

    internal IReadOnlyList<LogRecord> Logs { get; init; } = [];

    internal IReadOnlyList<TraceSpan> Spans { get; init; } = [];

    internal JsonObject? Database { get; init; }

    internal JsonObject? Changes { get; init; }

    /// <summary>Reads a case.</summary>
    /// <exception cref="FrozenCaseException">A file is missing or malformed; the message names it, the line, and the reason.</exception>
    public static FrozenCase Load(string folder) => Of(CaseContents.Read(folder));

    /// <summary>Reads a case whose files were read, or made, before.</summary>
    /// <exception cref="FrozenCaseException">A file is missing or malformed; the message names it, the line, and the reason.</exception>
    public static FrozenCase Of(CaseContents contents) => CaseLoader.Load(contents);
}
