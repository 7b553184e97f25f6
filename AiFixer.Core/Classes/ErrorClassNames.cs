using AiFixer.Core.Alerts;

namespace AiFixer.Core.Classes;

/// <summary>Error classes as people write them: <c>DNS_FAIL</c>.</summary>
public static class ErrorClassNames
{
    private static readonly (ErrorClass Class, string Name)[] Table =
    [
        (ErrorClass.DnsFail, "DNS_FAIL"),
        (ErrorClass.DbUnreachable, "DB_UNREACHABLE"),
        (ErrorClass.Oom, "OOM"),
        (ErrorClass.SslFail, "SSL_FAIL"),
        (ErrorClass.AuthFail, "AUTH_FAIL"),
        (ErrorClass.CrawlerFail, "CRAWLER_FAIL"),
        (ErrorClass.Timeout, "TIMEOUT"),
        (ErrorClass.Unknown, "UNKNOWN"),
    ];

    public static string All => string.Join(", ", Table.Select(row => row.Name));

    public static string Of(ErrorClass error) => Array.Find(Table, row => row.Class == error).Name;

    /// <returns>Null when there is no such class. Letters' case does not matter.</returns>
    public static ErrorClass? Parse(string text) =>
        Array.FindIndex(Table, row => row.Name.Equals(text, StringComparison.OrdinalIgnoreCase)) is >= 0 and var at ? Table[at].Class : null;
}
