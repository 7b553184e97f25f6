namespace AiFixer.Plugins.Kubernetes;

/// <summary>A failed request as the answer to a question.</summary>
internal static class KubeErrorExtensions
{
    public static PluginResult ToResult(this KubeError error) => PluginResult.Failed(error.Message, error.Retryable);

    public static PreviewResult ToPreview(this KubeError error) => PreviewResult.Impossible(error.Message, error.Retryable);
}
