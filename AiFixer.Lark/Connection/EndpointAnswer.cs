namespace AiFixer.Lark.Connection;

/// <summary>Where to connect, or why not.</summary>
/// <param name="Url">Null when there is none.</param>
/// <param name="IsFatal">Whether the same question will be answered the same way until somebody changes something.</param>
internal sealed record EndpointAnswer(Uri? Url, ConnectionConfig Config, string Problem = "", bool IsFatal = false)
{
    public int Service => Url is null ? 0 : Query("service_id") is { } text && int.TryParse(text, out var service) ? service : 0;

    private string? Query(string name)
    {
        foreach (var part in Url!.Query.TrimStart('?').Split('&'))
        {
            if (part.Split('=', 2) is [var key, var value] && key == name)
                return value;
        }

        return null;
    }
}
