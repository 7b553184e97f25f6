namespace AiFixer.Core.Alerts;

/// <summary>The classes by which playbooks are found.</summary>
public enum ErrorClass
{
    Unknown,
    DnsFail,
    DbUnreachable,
    Oom,
    SslFail,
    AuthFail,
    CrawlerFail,
    Timeout,
}
