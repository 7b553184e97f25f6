namespace AiFixer.Plugins.Kubernetes;

/// <summary>The API's raw answer.</summary>
internal sealed record KubeAnswer(int Code, byte[] Body, TimeSpan? RetryAfter)
{
    public bool IsSuccess => Code is >= 200 and < 300;
}
