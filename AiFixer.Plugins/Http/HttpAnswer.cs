namespace AiFixer.Plugins.Http;

/// <summary>A backend's raw answer.</summary>
internal sealed record HttpAnswer(int Code, byte[] Body, string MediaType, TimeSpan? RetryAfter)
{
    public bool IsSuccess => Code is >= 200 and < 300;
}
