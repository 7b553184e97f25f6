using System.Text.RegularExpressions;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>What a word may be: whatever does not match is refused, whatever it was meant to do.</summary>
internal sealed partial record KubectlType(string Said, Func<string, bool> Fits)
{
    private const int MaxName = 253;
    private const int MaxSelector = 1000;

    public static readonly KubectlType Name = new("a Kubernetes name", text => text.Length <= MaxName && NameText().IsMatch(text));
    public static readonly KubectlType Labels = new("a label selector", text => text.Length <= MaxSelector && LabelText().IsMatch(text));
    public static readonly KubectlType Fields = new("a field selector", text => text.Length <= MaxSelector && FieldText().IsMatch(text));
    public static readonly KubectlType Output = new("json, yaml, wide or name", text => text is "json" or "yaml" or "wide" or "name");
    public static readonly KubectlType Sorting = new(
        "cpu, memory, .lastTimestamp or .metadata.creationTimestamp",
        text => text is "cpu" or "memory" or ".lastTimestamp" or ".metadata.creationTimestamp");

    public static readonly KubectlType Number = new("a whole number", text => NumberText().IsMatch(text));
    public static readonly KubectlType Duration = new("a duration such as 5m or 1h30m", text => DurationText().IsMatch(text));
    public static readonly KubectlType Amounts = new("amounts such as cpu=200m,memory=512Mi", text => AmountText().IsMatch(text));

    [GeneratedRegex(@"^[a-z0-9]([-a-z0-9.]*[a-z0-9])?\z")]
    private static partial Regex NameText();

    [GeneratedRegex(@"^!?[A-Za-z0-9][A-Za-z0-9._/-]*( ?(=|==|!=) ?[A-Za-z0-9._-]*| (in|notin) \([A-Za-z0-9._, -]*\))?(, ?!?[A-Za-z0-9][A-Za-z0-9._/-]*( ?(=|==|!=) ?[A-Za-z0-9._-]*| (in|notin) \([A-Za-z0-9._, -]*\))?)*\z", RegexOptions.NonBacktracking)]
    private static partial Regex LabelText();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9.]*(=|==|!=)[A-Za-z0-9._/-]*(,[A-Za-z][A-Za-z0-9.]*(=|==|!=)[A-Za-z0-9._/-]*)*\z", RegexOptions.NonBacktracking)]
    private static partial Regex FieldText();

    [GeneratedRegex(@"^[0-9]{1,9}\z")]
    private static partial Regex NumberText();

    [GeneratedRegex(@"^(?=[0-9])([0-9]{1,4}h)?([0-9]{1,5}m)?([0-9]{1,6}s)?\z")]
    private static partial Regex DurationText();

    [GeneratedRegex(@"^(cpu|memory)=[0-9]+(\.[0-9]+)?[A-Za-z]{0,2}(,(cpu|memory)=[0-9]+(\.[0-9]+)?[A-Za-z]{0,2})?\z")]
    private static partial Regex AmountText();
}
