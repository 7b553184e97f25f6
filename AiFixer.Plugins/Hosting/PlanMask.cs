using System.Text.RegularExpressions;
using AiFixer.Core.Secrets;

namespace AiFixer.Plugins.Hosting;

/// <summary>
/// What people read of a plan, without values that look like secrets: a template of pods holds its variables. What is sent is
/// the plan's payload, which is not shown.
/// </summary>
internal static partial class PlanMask
{
    public static ActionPlan Of(ActionPlan plan) => plan with { Call = Of(plan.Call), Diff = Of(plan.Diff) };

    private static string Of(string text) => SecretText.Masked(YamlVariable().Replace(JsonVariable().Replace(text, Hidden), Hidden));

    private static string Hidden(Match variable) =>
        SecretVariable.IsOne(variable.Groups["name"].Value) ? Value().Replace(variable.Value, SecretVariable.Hidden) : variable.Value;

    [GeneratedRegex("""(?<="value":")(?:[^"\\]|\\.)+(?=")|(?<=\bvalue: )[^\n]+""", RegexOptions.None, 1000)]
    private static partial Regex Value();

    [GeneratedRegex("""
        "name":"(?<name>[^"]{1,253})","value":"(?:[^"\\]|\\.)*"
        """, RegexOptions.None, 1000)]
    private static partial Regex JsonVariable();

    /// <summary>In a difference the old value and the new one stand below the name.</summary>
    [GeneratedRegex("""^[ +-]?\s*(?:- )?name: "?(?<name>[^\s"]{1,253})"?\n(?:[ +-]?\s*value: [^\n]*(?:\n|\z))+""", RegexOptions.Multiline, 1000)]
    private static partial Regex YamlVariable();
}
