using AiFixer.Core.Alerts;

namespace AiFixer.Core.Classes;

/// <summary>Finds a text's error class: the first rule that fits decides. Which rules there are is data.</summary>
public sealed class ErrorClassRules(IReadOnlyList<ClassRule> rules)
{
    /// <summary>No rules: everything is of no known class.</summary>
    public static ErrorClassRules None { get; } = new([]);

    public IReadOnlyList<ClassRule> Rules => rules;

    /// <summary>What its sender said of the alert's class comes first.</summary>
    public ErrorClass Of(Alert alert) =>
        alert.Class != ErrorClass.Unknown ? alert.Class : Of($"{alert.Name}\n{alert.Summary}\n{alert.Description}");

    public ErrorClass Of(string text)
    {
        foreach (var rule in rules)
        {
            foreach (var pattern in rule.Patterns)
            {
                if (pattern.IsIn(text))
                    return rule.Class;
            }
        }

        return ErrorClass.Unknown;
    }
}
