using AiFixer.Core.Alerts;

namespace AiFixer.Core.Triage;

/// <summary>Finds an alert's error class: the first rule whose words occur decides.</summary>
public static class ErrorClassifier
{
    private static readonly (ErrorClass Class, string[] Words)[] Rules =
    [
        (ErrorClass.DnsFail, ["name or service not known", "no such host", "nxdomain", "getaddrinfo", "temporary failure in name resolution"]),
        (ErrorClass.Oom, ["oomkilled", "out of memory", "cannot allocate memory", "outofmemory"]),
        (ErrorClass.SslFail, ["certificate", "ssl handshake", "tls handshake", "x509"]),
        (ErrorClass.DbUnreachable, ["too many connections", "database is unreachable", "could not connect to server", "sqlstate 08"]),
        (ErrorClass.AuthFail, ["401 unauthorized", "403 forbidden", "authentication failed", "invalid credentials"]),
        (ErrorClass.Timeout, ["timed out", "timeout", "deadline exceeded"]),
    ];

    public static ErrorClass Of(Alert alert)
    {
        if (alert.Class != ErrorClass.Unknown)
            return alert.Class;
        var text = $"{alert.Name}\n{alert.Summary}\n{alert.Description}";
        return Array.Find(Rules, rule => Array.Exists(rule.Words, word => text.Contains(word, StringComparison.OrdinalIgnoreCase))).Class;
    }
}
