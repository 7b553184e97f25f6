namespace AiFixer.Bench.Load;

/// <summary>Bodies as Alertmanager sends them; an alert has about 600 bytes.</summary>
internal static class AlertBody
{
    public static string Of(IEnumerable<string> alerts) =>
        $$"""
        {"receiver":"aifixer","status":"firing","alerts":[{{string.Join(',', alerts)}}],"groupLabels":{},"commonLabels":{"alertname":"PodCrashLooping","severity":"warning"},"commonAnnotations":{"summary":"Pod is crash looping."},"externalURL":"http://alertmanager.example.org","version":"4","groupKey":"{}:{}","truncatedAlerts":0}
        """;

    public static string Alert(string number, string space) =>
        $$"""
        {"status":"firing","labels":{"alertname":"PodCrashLooping","container":"app","deployment":"checkout-{{number}}","namespace":"{{space}}","severity":"warning","team":"payments"},"annotations":{"description":"Pod {{space}}/checkout-{{number}} (app) was restarted 7 times within 10 minutes.","runbook_url":"https://runbooks.example.org/pod-crash-looping","summary":"Pod is crash looping."},"startsAt":"2026-01-01T10:00:00.000Z","endsAt":"0001-01-01T00:00:00Z","generatorURL":"http://prometheus.example.org/graph?g0.expr=kube_pod_container_status_waiting_reason","fingerprint":"c0ffee{{number}}"}
        """;
}
