using AiFixer.Core.Incidents;

namespace AiFixer.Llm.Analysis;

/// <summary>
/// Evidence that is free text, which anybody can write who can make a service log something, fail a probe or push a commit. It
/// can support what is claimed; what is acted on is never named by it alone.
/// </summary>
internal static class WordsOfOthers
{
    private static readonly string[] Sources =
        ["loki.", "k8s.get_pod_logs", "k8s.get_events", "k8s.describe_", "changes.", "traces.", "sentry.", "runbook.", "shell.", "ssh.", "web.", "custom."];

    public static bool Is(Evidence evidence) => Array.Exists(Sources, source => evidence.Source.StartsWith(source, StringComparison.Ordinal));
}
