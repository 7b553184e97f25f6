using System.Globalization;

namespace AiFixer.Bench.Storms;

/// <summary>Webhooks of a storm: each is about alerts of one group, and every alert is trouble of its own.</summary>
internal static class StormBody
{
    public const string QuietNamespace = "books";

    /// <param name="first">The number of the first alert; the others follow.</param>
    /// <param name="isCritical">Whether the alert of this number is.</param>
    public static string Of(int group, int first, int count, Func<int, bool> isCritical)
    {
        var alerts = Enumerable.Range(first, count).Select(number => Alert(group, number, isCritical(number)));
        return string.Create(CultureInfo.InvariantCulture, $$"""
            {"receiver":"aifixer","status":"firing","alerts":[{{string.Join(',', alerts)}}],"groupLabels":{"alertname":"Storm{{group}}"},"commonLabels":{},"commonAnnotations":{},"externalURL":"http://alertmanager.example.org","version":"4","groupKey":"{}:{alertname=\"Storm{{group}}\"}","truncatedAlerts":0}
            """);
    }

    /// <summary>One alert of another team, which belongs to no group and of which there are few.</summary>
    public static string Quiet(int number) => string.Create(CultureInfo.InvariantCulture, $$"""
        {"receiver":"aifixer","status":"firing","alerts":[{"status":"firing","labels":{"alertname":"Quiet","deployment":"ledger-{{number}}","namespace":"{{QuietNamespace}}","severity":"warning"},"annotations":{"summary":"Pod is crash looping."},"startsAt":"2026-01-01T10:00:00.000Z","endsAt":"0001-01-01T00:00:00Z","generatorURL":"","fingerprint":"9{{number}}"}],"groupLabels":{"alertname":"Quiet","deployment":"ledger-{{number}}"},"commonLabels":{},"commonAnnotations":{},"externalURL":"http://alertmanager.example.org","version":"4","groupKey":"{}:{alertname=\"Quiet\", deployment=\"ledger-{{number}}\"}","truncatedAlerts":0}
        """);

    private static string Alert(int group, int number, bool critical) => string.Create(CultureInfo.InvariantCulture, $$"""
        {"status":"firing","labels":{"alertname":"Storm{{group}}","deployment":"checkout-{{number}}","namespace":"shop","severity":"{{(critical ? "page" : "warning")}}","team":"payments"},"annotations":{"description":"Pod shop/checkout-{{number}} (app) was restarted 7 times within 10 minutes.","summary":"Pod is crash looping."},"startsAt":"2026-01-01T10:00:00.000Z","endsAt":"0001-01-01T00:00:00Z","generatorURL":"","fingerprint":"c0ffee{{number}}"}
        """);
}
