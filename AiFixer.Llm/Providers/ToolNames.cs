using System.Security.Cryptography;
using System.Text;

namespace AiFixer.Llm.Providers;

/// <summary>
/// Plugins are named with dots, which most providers refuse. Every tool gets a legal name of its own for one provider; what
/// the model calls is mapped back.
/// </summary>
internal sealed class ToolNames
{
    private const int DigestLength = 8;

    private readonly ToolNameRule rule;
    private readonly Dictionary<string, string> legal = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> own = new(StringComparer.Ordinal);

    public ToolNames(ToolNameRule rule, IEnumerable<string> names)
    {
        this.rule = rule;
        // In one order, so that which of two alike names is spelled out never changes between calls.
        foreach (var name in names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            Add(name);
    }

    /// <summary>A name that is not offered is made legal too: the model may have called something of its own invention.</summary>
    public string Legal(string name) => legal.GetValueOrDefault(name) ?? Cut(Plain(name));

    /// <summary>What the model called; unchanged when it was not offered.</summary>
    public string Own(string called) => own.GetValueOrDefault(called) ?? called;

    private void Add(string name)
    {
        var plain = Plain(name);
        if (plain.Length > rule.MostLength || own.ContainsKey(plain))
            plain = $"{plain[..Math.Min(plain.Length, rule.MostLength - DigestLength - 1)]}_{Digest(name)}";
        (legal[name], own[plain]) = (plain, name);
    }

    private string Plain(string name)
    {
        var plain = string.Concat(name.Select(c => rule.Takes(c) ? c : '_'));
        return plain.Length > 0 && (char.IsAsciiLetter(plain[0]) || plain[0] == '_') ? plain : $"_{plain}";
    }

    private string Cut(string plain) => plain[..Math.Min(plain.Length, rule.MostLength)];

    private static string Digest(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..DigestLength];
}
