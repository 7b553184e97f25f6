using AiFixer.Core.Alerts;

namespace AiFixer.Core.Playbooks.Matching;

/// <summary>Trouble for which a playbook is wanted.</summary>
/// <param name="Text">All that was said: message and traceback.</param>
public sealed record MatchQuestion(ErrorClass Class, Severity Severity, string Text, string Source = "", string Task = "", string Service = "", string Target = "")
{
    public static MatchQuestion Of(Alert alert, ErrorClass error, Severity severity) => new(
        error,
        severity,
        $"{alert.Name}\n{alert.Summary}\n{alert.Description}",
        alert.Source,
        Label(alert, "task"),
        Label(alert, "service"),
        alert.Target?.ToString() ?? "");

    internal string Of(string list) => list switch
    {
        "source" => Source,
        "task" => Task,
        "service" => Service,
        _ => Target,
    };

    private static string Label(Alert alert, string name) => alert.Labels.GetValueOrDefault(name, "");
}
