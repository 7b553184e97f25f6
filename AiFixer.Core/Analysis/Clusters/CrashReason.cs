using System.Text.RegularExpressions;
using AiFixer.Core.Analysis.Causes;
using AiFixer.Core.Analysis.Facts;

namespace AiFixer.Core.Analysis.Clusters;

/// <summary>Why a program ends, by its last words.</summary>
/// <param name="Line">The words themselves; null when there are none that tell.</param>
internal sealed partial record CrashReason(string Category, string Says, LineFact? Line)
{
    private const string Setting = @"config|env(ironment)?( var)?|setting|required|not set|missing|invalid (value|flag|argument|option)|unknown (flag|option)|no such file|parse|yaml|permission denied|cannot open|address already in use|secret|credential|password authentication";
    private const string Other = @"connection refused|ECONNREFUSED|no such host|ENOTFOUND|unreachable|timed? ?out|deadline|could not connect|cannot connect|unavailable|dial tcp|dependency|upstream";
    private const string Bug = @"panic|nil pointer|null ?pointer|undefined is not|NoneType|segfault|segmentation|unhandled|uncaught|exception|traceback|assert|index out of|stack ?overflow";

    public static CrashReason Of(ClusterFacts facts)
    {
        var lines = facts.Logs.Where(l => Trouble.InWords(l.Text) || l.IsTrouble || Changes.Text.Has(l.Text, Bug)).OrderByDescending(l => l.IsError).ThenByDescending(l => l.At).ToList();
        if (lines.Find(l => IsFar(l.Text)) is { } far)
            return new(Categories.DependencyFailure, $"It cannot reach what it depends on: {Say.Words(far.Text)}.", far);
        if (lines.Find(l => Changes.Text.Has(l.Text, Setting) && !Changes.Text.Has(l.Text, "nil pointer|null ?pointer|index out of|segfault")) is { } setting)
            return new(Categories.ConfigurationError, $"Its configuration is wrong or incomplete: {Say.Words(setting.Text)}.", setting);
        if (lines.Find(l => Changes.Text.Has(l.Text, Bug)) is { } bug)
            return new(Categories.CodeDefect, $"The program itself fails: {Say.Words(bug.Text)}.", bug);
        return new(Categories.Unknown, facts.Logs.LastOrDefault() is { } last ? $"The last line of its log: {Say.Words(last.Text)}." : "It leaves no log.", facts.Logs.LastOrDefault());
    }

    /// <summary>What a setting is called tells what it is for, not what happened: a time limit that is not set is no time limit that passed.</summary>
    private static bool IsFar(string text) =>
        Changes.Text.Has(text, Other) && (!Changes.Text.Has(text, Setting) || Changes.Text.Has(Name().Replace(text, ""), Other));

    [GeneratedRegex(@"\b[A-Za-z]\w*(?:[_.-][A-Za-z0-9]+)+\b|(?<=[""'`])\w+(?=[""'`])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Name();
}
