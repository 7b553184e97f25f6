using System.Text;

namespace AiFixer.Bench.Growth;

/// <summary>What is asked while growth is measured.</summary>
internal static class GrowthRequests
{
    public static readonly (string Name, byte[] Request)[] Lists =
    [
        ("list page", Read("/", "text/html")),
        ("list, filtered", Read("/api/v1/incidents?limit=50&status=awaiting_proposal_approval,escalated&severity=P2", "application/json")),
        ("list, text found", Read("/api/v1/incidents?limit=50&text=checkout-00010", "application/json")),
        ("list, text that is nowhere", Read("/api/v1/incidents?limit=50&text=nowhere", "application/json")),
    ];

    public static byte[] Click(string id)
    {
        const string Body = """{"card":"proposal/1"}""";
        return Encoding.ASCII.GetBytes(
            $"POST /api/v1/incidents/{id}/approve HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {Body.Length}\r\n\r\n{Body}");
    }

    private static byte[] Read(string path, string accept) =>
        Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept: {accept}\r\n\r\n");
}
