using AiFixer.Core.Analysis.Signals;
using AiFixer.Core.Analysis.Topics;

namespace AiFixer.Core.Analysis.Causes;

/// <summary>Causes that name themselves: an expired certificate, names that do not resolve, somebody else's service, a lost network.</summary>
internal static class OutsideCauses
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
        return expired.Count == 0 ? null : Of(
            Categories.Certificate, Weighing.Together(expired.Select(s => s.Strength * 0.8).Take(3)),
            $"A certificate has expired or is not valid: {expired[0].Says}. Encrypted connections (TLS handshakes) that rely on it fail.", "rotate-cert", [.. expired, .. signs]);
    }

    private static Cause? Names(Picture picture)
    {
        var signs = Seen(picture, Topic.Unresolved);
        return signs.Count == 0 ? null : Of(
            Categories.Network, Weighing.Together(signs.Select(s => s.Strength * 0.65).Take(3)),
            $"Names cannot be resolved (DNS): {signs[0].Says}. Whatever has to be looked up by name fails although it runs.", "failover", signs);
    }

    private static Cause? Provider(Picture picture)
    {
        var status = Seen(picture, Topic.Provider).Where(s => s.Kind == SignalKind.Status && !Changes.Text.Has(s.Says, @"operational|resolved|completed|healthy|no incident|""status"":\s*""(ok|up|none)""")).ToList();
        var outside = picture.Signals.Where(s => s.Strength > 0.5 && s.Kind is SignalKind.Log or SignalKind.Span or SignalKind.Metric && ForeignHost(s, picture)).ToList();
        if (status.Count == 0 && outside.Count == 0)
            return null;
        var strength = Weighing.Together(status.Count > 0 ? outside.Count > 0 ? 0.55 : 0.3 : 0, outside.Count > 0 ? 0.62 : 0, outside.Count > 2 ? 0.3 : 0, outside.Count > 0 && status.Exists(s => Changes.Text.Has(s.Says, "outage|major|degraded|partial|disrupt|investigating|incident|elevated")) ? 0.35 : 0);
        return Of(
            Categories.ExternalProvider, strength,
            $"A service of somebody else fails: {(status.FirstOrDefault() ?? outside[0]).Says}. {picture.Scene.Subject} only passes its failure on.", "escalate-upstream", [.. status.Take(3), .. outside]);
    }

    private static Cause? Network(Picture picture)
    {
        var signs = Seen(picture, Topic.Network).Where(s => Changes.Text.Has(s.Says, @"packet|loss|unreachable|no route|partition|\bmtu\b|link|bgp|nat|conntrack|retransmi|i/o timeout|network")).ToList();
        return signs.Count == 0 ? null : Of(
            Categories.Network, Weighing.Together(signs.Select(s => s.Strength * 0.5).Take(3)), $"The network between services loses or refuses traffic: {signs[0].Says}.", "failover", signs);
    }

    /// <summary>It speaks of a host or product of another company, not of a service of one's own.</summary>
    private static bool ForeignHost(Signal signal, Picture picture) =>
        Changes.Text.Has(signal.Says, @"https?://(?![\w.-]*(\.svc|\.local|\.internal|\.cluster))[\w-]+\.[\w-]+\.[a-z]{2,}\b|\bapi\.[\w-]+\.(com|io|net|cn)|third[- ]party|external (provider|api|service)|provider (returned|error|timeout|unavailable|outage)|(stripe|twilio|sendgrid|paypal|adyen|braintree|okta|auth0|cloudflare|fastly|akamai|openai|anthropic|salesforce|datadog|pagerduty|mailgun|plaid|shopify|dynamodb|s3|sqs|bigquery|alipay|wechat|aliyun)[\w-]*[^.]{0,60}(\b5\d\d\b|unavailable|timeout|timed out|outage|degraded|error|fail)")
        && !picture.Scene.Metrics.Exists(m => signal.Says.Contains($"{m.Owner} ", StringComparison.Ordinal) && Changes.Text.Has(m.Owner, "provider|stripe|external") && m.Owner == picture.Scene.Subject);

    private static List<Signal> Seen(Picture picture, Topic topic) => [.. picture.About(topic).Where(s => s.Kind != SignalKind.Alert && s.Strength > 0.5)];

    private static Cause Of(string category, double strength, string says, string remedy, IReadOnlyList<Signal> signs) =>
        new(category, strength, says, remedy, Weighing.Claims(signs.Take(6))) { Culprit = "none" };
}
