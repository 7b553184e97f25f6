using System.Text;
using System.Text.RegularExpressions;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;

namespace AiFixer.Llm.Analysis;

/// <summary>
/// Evidence that is free text, which anybody can write who can make a service log something, fail a probe or push a commit. It
/// can support what is claimed; what is acted on is never named by it alone.
/// </summary>
internal static partial class WordsOfOthers
{
    private static readonly string[] Sources =
        ["loki.", "k8s.get_pod_logs", "k8s.get_events", "k8s.describe_", "changes.", "traces.", "sentry.", "runbook.", "shell.", "ssh.", "web.", "custom."];

    public static bool Is(Evidence evidence) => Array.Exists(Sources, source => evidence.Source.StartsWith(source, StringComparison.Ordinal));

    /// <summary>A structured answer without the texts in it: a container writes its own last message.</summary>
    public static Blob Without(Blob blob) =>
        blob with { Bytes = Encoding.UTF8.GetBytes(Message().Replace(Encoding.UTF8.GetString(blob.Bytes.Span), "$1\"\"")) };

    [GeneratedRegex(@"(""(?:message|description|note|text)""\s*:\s*)""(?:[^""\\]|\\.)*""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Message();
}
