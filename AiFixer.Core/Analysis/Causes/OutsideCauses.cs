using System.Text.RegularExpressions;
using AiFixer.Core.Analysis.Signals;
using AiFixer.Core.Analysis.Topics;

namespace AiFixer.Core.Analysis.Causes;

/// <summary>Causes that name themselves: an expired certificate, names that do not resolve, somebody else's service, a lost network.</summary>
internal static partial class OutsideCauses
{
    public static IEnumerable<Cause> In(Picture picture)
    {
        if (Certificate(picture) is { } certificate)
            yield return certificate;
        if (Names(picture) is { } names)
            yield return names;
        if (Provider(picture) is { } provider)
            yield return provider;
        if (Network(picture) is { } network)
            yield return network;
    }

    private static Cause? Certificate(Picture picture)
    {
        var signs = Seen(picture, Topic.Certificate);
        var expired = signs.Where(s => Changes.Text.Has(s.Says, @"expired|not (yet )?valid|notAfter|has expired|CERT_HAS_EXPIRED|certificate.*(expir|invalid)|days_until|过期") || s.Change is { Rose: false }).ToList();
        // A countdown that reaches nothing when the trouble begins.
        var ended = expired.Exists(s => s is { Kind: SignalKind.Metric, Change: { Rose: false, After: <= 0 } }) && signs.Exists(s => s.Kind != SignalKind.Metric);
        return expired.Count == 0 ? null : Of(
            Categories.Certificate, Weighing.Together(expired.Select(s => s.Strength * 0.8).Append(ended ? 0.75 : 0).Take(4)),
            $"A certificate has expired or is not valid: {expired[0].Says}. Encrypted connections (TLS handshakes) that rely on it fail.", "rotate-cert", [.. expired, .. signs]);
    }

    private static Cause? Names(Picture picture)
    {
        var signs = Seen(picture, Topic.Unresolved);
        return signs.Count == 0 ? null : Of(
            Categories.Network, Weighing.Together(signs.Select(s => s.Strength * (OneName(signs) ? 0.4 : 0.65)).Take(3)),
            $"Names cannot be resolved (DNS): {signs[0].Says}. Whatever has to be looked up by name fails although it runs.", "failover", signs);
    }

    /// <summary>Where one name alone fails, its record is the trouble and not what answers for all of them.</summary>
    private static bool OneName(List<Signal> signs)
    {
        var names = signs.SelectMany(s => LookedUp().Matches(s.Says).Select(m => m.Groups[1].Value.ToLowerInvariant())).Distinct(StringComparer.Ordinal).ToList();
        return names.Count == 1 && !signs.Exists(s => Changes.Text.Has(s.Says, "SERVFAIL|EAI_AGAIN|i/o timeout|timed out|misbehaving|temporary"));
    }

    [GeneratedRegex(@"\b[a-z][\w-]*(\.[a-z][\w-]*){1,6}\b(?=[/:\s,;""'”]|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HostName();

    [GeneratedRegex(@"(?:lookup |resolve(?: host)?:? |://|UnknownHost\w*: |getaddrinfo \w+ |NXDOMAIN[^a-z]{1,4})([a-z][\w-]*(?:\.[\w-]+)+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LookedUp();

    private static Cause? Provider(Picture picture)
    {
        var status = Seen(picture, Topic.Provider).Where(s => s.Kind == SignalKind.Status && !StatusPage.IsOver(s.Says, s.At, picture.Onset, picture.Scene.Statuses) && !Changes.Text.Has(s.Says, @"operational|resolved|completed|healthy|""status"":\s*""(planned|scheduled)""|no incident|""(status|state)"":\s*""(published|released|scheduled)""|""status"":\s*""(ok|up|none)""")).ToList();
        var outside = picture.Signals.Where(s => s.Strength > 0.5 && s.Kind is SignalKind.Log or SignalKind.Span or SignalKind.Metric && ForeignHost(s, picture)).ToList();
        if (status.Count == 0 && outside.Count == 0)
            return null;
        var named = status.Count > 0 && Named(status, picture);
        var own = picture.Scene.Metrics.Select(m => m.Owner).Append(picture.Scene.Subject).Distinct();
        var spokenOf = !named && status.Exists(s => StatusPage.Names(s.Says, [.. picture.FailingTexts, picture.Scene.AlertText], own));
        var strength = Weighing.Together(named ? 0.7 : spokenOf ? 0.6 : 0, status.Count > 0 ? outside.Count > 0 ? 0.55 : 0.3 : 0, outside.Count > 0 ? 0.62 : 0, outside.Count > 2 ? 0.3 : 0, outside.Count > 0 && status.Exists(s => Changes.Text.Has(s.Says, "outage|major|degraded|partial|disrupt|investigating|incident|elevated")) ? 0.35 : 0);
        return Of(
            Categories.ExternalProvider, strength,
            $"A service of somebody else fails: {(status.FirstOrDefault() ?? outside[0]).Says}. {picture.Scene.Subject} only passes its failure on.", "escalate-upstream", [.. status.Take(3), .. outside]);
    }

    /// <summary>What fails names who the status page is of.</summary>
    private static bool Named(List<Signal> status, Picture picture) =>
        status.SelectMany(s => HostName().Matches(s.Says).SelectMany(m => m.Value.ToLowerInvariant().Split('.')))
            .Where(part => part.Length >= 4 && part is not ("status" or "example" or "https" or "http" or "feeds" or "cloud" or "health"))
            .Distinct(StringComparer.Ordinal)
            .Any(part => picture.FailingTexts.Exists(text => text.Contains(part, StringComparison.OrdinalIgnoreCase)));

    private static Cause? Network(Picture picture)
    {
        var signs = Seen(picture, Topic.Network).Where(s => Changes.Text.Has(s.Says, @"packet|loss|unreachable|no route|partition|\bmtu\b|link|bgp|nat|conntrack|retransmi|i/o timeout|network")).ToList();
        return signs.Count == 0 ? null : Of(
            Categories.Network, Weighing.Together(signs.Select(s => s.Strength * 0.5).Take(3)), $"The network between services loses or refuses traffic: {signs[0].Says}.", "failover", signs);
    }

    private const string Address = @"https?://(?![\w.-]*(\.svc|\.local|\.internal|\.cluster))[\w-]+\.[\w-]+\.[a-z]{2,}\b";

    /// <summary>That an address is written somewhere does not say that nobody answers there.</summary>
    private const string Unanswered = @"\b[45]\d\d\b|time[d-]? ?out|unavailable|unreachable|refused|reset|fail|error|exceeded|throttl|no response|not answer|outage|degraded|invalid|denied|lookup|resolve";

    /// <summary>It speaks of a host or product of another company, not of a service of one's own.</summary>
    private static bool ForeignHost(Signal signal, Picture picture) =>
        (Changes.Text.Has(signal.Says, Address) && Changes.Text.Has(signal.Says, Unanswered) || Changes.Text.Has(signal.Says, @"\bapi\.[\w-]+\.(com|io|net|cn)|third[- ]party|external (provider|api|service)|provider (returned|error|timeout|unavailable|outage)|(stripe|twilio|sendgrid|paypal|adyen|braintree|okta|auth0|cloudflare|fastly|akamai|openai|anthropic|salesforce|datadog|pagerduty|mailgun|plaid|shopify|dynamodb|s3|sqs|bigquery|alipay|wechat|aliyun)[\w-]*[^.]{0,60}(\b5\d\d\b|unavailable|timeout|timed out|outage|degraded|error|fail)"))
        && !picture.Scene.Metrics.Exists(m => signal.Says.Contains($"{m.Owner} ", StringComparison.Ordinal) && Changes.Text.Has(m.Owner, "provider|stripe|external") && m.Owner == picture.Scene.Subject);

    private static List<Signal> Seen(Picture picture, Topic topic) => [.. picture.About(topic).Where(s => s.Kind != SignalKind.Alert && s.Strength > 0.5)];

    private static Cause Of(string category, double strength, string says, string remedy, IReadOnlyList<Signal> signs) =>
        new(category, strength, says, remedy, Weighing.Claims(signs.Take(6))) { Culprit = "none" };
}
