using AiFixer.Core.Alerts;

namespace AiFixer.Gateway.Incidents;

internal static class ClassText
{
    public static string Triaged(ErrorClass error) => error switch
    {
        ErrorClass.DnsFail => "Triaged: a name cannot be resolved",
        ErrorClass.DbUnreachable => "Triaged: a database cannot be reached",
        ErrorClass.Oom => "Triaged: out of memory",
        ErrorClass.SslFail => "Triaged: a certificate or TLS fails",
        ErrorClass.AuthFail => "Triaged: access is refused",
        ErrorClass.CrawlerFail => "Triaged: a crawler fails",
        ErrorClass.Timeout => "Triaged: something takes too long",
        _ => "Triaged: no known kind of error",
    };
}
