using System.Text.RegularExpressions;
using AiFixer.Core.Analysis.Facts;

namespace AiFixer.Core.Analysis.Causes;

/// <summary>What somebody's status page is about: machines that we run on, or a product that we use.</summary>
internal static partial class StatusPage
{
    private const int LongWord = 5;
    private const int MostWords = 40;
    private const string Machines = @"\b(ec2|compute|instances?|nodes?|hosts?|hypervisor|zones?|regions?|availability|rack|power|cooling|data ?cent(er|re)s?|volumes?|ebs|disks?|storage|virtual machines?|vms?|hardware|fib(er|re)|bare metal|kubernetes|capacity)\b|\baz\d*\b";
    private const string Everybodys = "service|services|system|systems|platform|component|status|requests|messages|issues|incident|traffic|customer|customers|operations|processing|availability|elevated|increased|delayed|degraded|performance|production|global|website|search|checkout|login|database|storage|network|email|webhooks?|dashboard|orders?|payments?|accounts?|users?|sessions?|console|internet|server|servers|backend|frontend|application|applications|api|apis";
    private const string Hosters = "cloud|aws|amazon|azure|gcp|google|aliyun|alibaba|tencent|huawei|hetzner|ovh|digitalocean|platform|infra|host";

    /// <summary>Its own machines are the business of whoever makes the product: what it says the product is, is no machine.</summary>
    public static bool IsOfAProduct(string says) =>
        Component(says) is { } component && !Changes.Text.Has(component, Machines) && !Changes.Text.Has(Field(says, "source") ?? "", Hosters);

    /// <summary>What fails speaks of what the page says is in trouble, and not of something of our own that is called so.</summary>
    public static bool Names(string says, IReadOnlyList<string> failing, IEnumerable<string> own)
    {
        var ours = own.SelectMany(service => service.Split('-', '_', '.', ' ')).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Component(says) is { } component
            && Word().Matches(component).Take(MostWords).Select(word => word.Value)
                .Where(word => word.Length >= LongWord && !ours.Contains(word) && !Changes.Text.Has(word, $"^({Everybodys})$"))
                .Any(word => failing.Any(text => Stands(text, word)));
    }

    /// <summary>The page said that it is well again before anything began here.</summary>
    public static bool IsOver(string says, DateTimeOffset at, DateTimeOffset onset, IEnumerable<StatusFact> statuses) => Component(says) is { } component
        && statuses.Any(s => s.At > at && s.At < onset && Component(s.Text) == component && Field(s.Text, "source") == Field(says, "source")
            && Changes.Text.Has(Field(s.Text, "status") ?? "", "operational|resolved|completed|healthy|^ok$|^up$|recovered"));

    private static bool Stands(string text, string word)
    {
        var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && (at == 0 || !char.IsLetter(text[at - 1]));
    }

    private static string? Component(string says) => Field(says, "component");

    private static string? Field(string says, string name) =>
        Regex.Match(says, $"\"{name}\"\\s*:\\s*\"([^\"]+)\"", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"[\p{L}]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();
}
