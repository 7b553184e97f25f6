using AiFixer.Core.Analysis.Topics;

namespace AiFixer.Core.Analysis.Changes;

/// <summary>Changes of whom a service talks to, how it proves itself, and what it is built on.</summary>
internal static class AccessMechanisms
{
    public const string Versions = "other versions of what it is built on";

    public static IEnumerable<Mechanism> All =>
    [
        new("another address", Mechanism.To((Topic.Refused, 1), (Topic.Unresolved, 1), (Topic.Timeout, 0.7), (Topic.Missing, 0.8), (Topic.Network, 0.7), (Topic.Errors, 0.5), (Topic.Denied, 0.5), (Topic.Slow, 0.5), (Topic.Certificate, 0.6), (Topic.Backlog, 0.85), (Topic.WrongResult, 0.5)),
            c => LimitMechanisms.Setting(c, s => SettingWords.IsAddress(s) && (s.From.Length > 2 || s.IsNumber), s => $"sends to {s.To} what went to {s.From}")),
        new("other rights or secrets", Mechanism.To((Topic.Denied, 1), (Topic.Errors, 0.5), (Topic.Certificate, 0.5)),
            c => LimitMechanisms.Setting(c, s => SettingWords.IsAccess(s), s => $"changes {s.Key} from {s.From} to {s.To}", 0.95)
                ?? (c.Delta.LinesRemoved.Concat(c.Delta.LinesAdded).FirstOrDefault(l => Text.Has(l, @"auth|token|secret|jwt|oauth|permission|\brole|scope|policy|credential|\bacl\b|iam|signature|hmac|audience|issuer|csrf|cors|s3:|allow|deny")) is { } line && c.IsEssential
                    ? (0.7, $"changes who may do what: {LimitMechanisms.Quote(line)}") : null)),
        new("other encryption", Mechanism.To((Topic.Certificate, 1), (Topic.Refused, 0.7), (Topic.Errors, 0.4)),
            c => c.Delta.LinesRemoved.Concat(c.Delta.LinesAdded).FirstOrDefault(l => Text.Has(l, @"\btls|\bssl|cert|cipher|mtls|ca_?bundle|insecure|x509|handshake") || (Text.Has(l, "min_?version|protocols?") && Text.Has(c.Delta.Around, @"\btls|\bssl"))) is { } line ? (c.Delta.Extracts ? 0.3 : 0.9, $"changes how connections are encrypted: {LimitMechanisms.Quote(line)}") : null),
        new("other rules of the network", Mechanism.To((Topic.Refused, 0.9), (Topic.Timeout, 0.9), (Topic.Network, 1), (Topic.Unresolved, 0.8), (Topic.Missing, 0.5)),
            c => c.IsConfiguration && (Walled(c) || Text.Has(WithoutImages($"{c.Removed}\n{c.Added}"), @"ingress|egress|networkpolicy|security_?group|cidr|firewall|route|vpc|subnet|sidecar|mesh|virtualservice|destinationrule|dns|ndots|proxy|nginx|upstream"))
                ? (c.Delta.LinesRemoved.IsEmpty ? 0.4 : 0.85, "changes the rules of the network") : null),
        new("other probes or starts", Mechanism.To((Topic.Startup, 1), (Topic.Replicas, 1), (Topic.Crash, 0.5), (Topic.Refused, 0.6)),
            c => Text.Has(c.Removed + c.Added, @"probe|healthz|readyz|initialdelay|command:|entrypoint|^\s*args:|image:|CMD|lifecycle|graceperiod") && c.IsConfiguration ? (0.8, "changes how it starts or how its health is asked for")
                : c.IsEssential && !c.IsDependencies && !c.IsLooks && Text.Has(string.Join(' ', c.Commit.Files) + c.Delta.Around, @"\bready\b|readiness|liveness|health_?(z|check)|\bhealth\b") ? (0.9, "changes by what it tells that it is well") : null) { Waits = Occasion.Failure },
        new("other scheduling", Mechanism.To((Topic.Machine, 0.8), (Topic.Replicas, 0.9), (Topic.Cpu, 0.6), (Topic.Memory, 0.6), (Topic.Overload, 0.6)),
            c => c.IsConfiguration && Text.Has(c.Removed + c.Added, @"affinity|toleration|nodeselector|taint|topologyspread|priorityclass|poddisruption|cron|schedule:") ? (0.8, "changes where or when it runs") : null),
        new(Versions, Mechanism.To((Topic.Crash, 0.8), (Topic.Mismatch, 0.9), (Topic.BadData, 0.6), (Topic.Memory, 0.7), (Topic.Errors, 0.5), (Topic.Startup, 0.8), (Topic.Certificate, 0.6), (Topic.Pool, 0.6), (Topic.Timeout, 0.5), (Topic.Slow, 0.4), (Topic.Denied, 0.6), (Topic.Missing, 0.6), (Topic.Handles, 0.6)), Changes.Versions.Changed),
        new("another encryption underneath", Mechanism.To((Topic.Certificate, 0.95), (Topic.Refused, 0.4)),
            c => Changes.Versions.Changed(c) is { Item1: >= 0.4 } moved && Text.Has(moved.Item2, @"openssl|urllib3|moves requests |certifi|cryptography|okhttp|netty|rustls|native-tls|boringssl|gnutls|bouncycastle|node-fetch|undici|httpx|aiohttp|\bjdk\b|temurin")
                ? (Math.Max(0.8, moved.Item1), $"{moved.Item2}, and with it what encrypts its connections") : null),
        new("a switch that was turned", Mechanism.To((Topic.Errors, 0.6), (Topic.Missing, 0.6), (Topic.Slow, 0.5), (Topic.Denied, 0.6), (Topic.Mismatch, 0.5), (Topic.BadData, 0.5), (Topic.CacheMiss, 0.5), (Topic.FanOut, 0.5), (Topic.WrongResult, 0.6), (Topic.DatabaseLoad, 0.5), (Topic.Backlog, 0.5), (Topic.Overload, 0.5)),
            c => LimitMechanisms.Setting(c, s => s.To.ToLowerInvariant() is "true" or "false" or "on" or "off" or "yes" or "no", s => $"turns {s.Key} from {s.From} to {s.To}", 0.8)
                ?? (c.Delta.LinesRemoved.Any(l => Text.Has(l, @"default\w*\s*[=:(].*(false|true)")) && Text.Count(c.Removed, @"\bfalse\b") > Text.Count(c.Added, @"\bfalse\b") && Text.Has(c.Added, @"\btrue\b")
                    ? (0.8, $"turns a default on: {LimitMechanisms.Quote(c.Delta.LinesAdded[0])}") : null)),
        new("another number", Mechanism.To((Topic.Errors, 0.4), (Topic.Slow, 0.4), (Topic.Overload, 0.5), (Topic.Backlog, 0.5), (Topic.Memory, 0.5), (Topic.Cpu, 0.5), (Topic.Throttled, 0.5), (Topic.WrongResult, 0.6), (Topic.BadData, 0.5), (Topic.Timeout, 0.5), (Topic.DatabaseLoad, 0.5), (Topic.Pool, 0.5), (Topic.Surge, 0.4)),
            c => c.IsLooks || c.IsDependencies ? null : LimitMechanisms.Setting(c, s => s is { IsNumber: true, Factor: >= 1.5 } && !Text.Has(s.Line, "version"), s => $"changes {s.Key} from {s.From} to {s.To}", 0.75)),
    ];

    /// <summary>The name of a program is no rule of the network.</summary>
    private static string WithoutImages(string lines) =>
        System.Text.RegularExpressions.Regex.Replace(lines, @"^[ \t]{0,80}(FROM[ \t]|(-[ \t]*)?[""']?image[""']?[ \t]*[:=]).*$", "", System.Text.RegularExpressions.RegexOptions.Multiline | System.Text.RegularExpressions.RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>What is let through is said line by line, under a word that itself stays.</summary>
    private static bool Walled(ReadChange c) =>
        c.IsEssential && !c.Delta.LinesRemoved.IsEmpty && Text.Has(
            string.Join(' ', c.Delta.Settings.SelectMany(s => s.Under).Concat(c.Commit.Files)), @"\b(in|e)gress\b|network_?policy|security_?groups?|firewall");
}
