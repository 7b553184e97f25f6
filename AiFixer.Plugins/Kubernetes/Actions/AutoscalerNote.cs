namespace AiFixer.Plugins.Kubernetes;

/// <summary>Warns where an autoscaler will move the number again.</summary>
internal static class AutoscalerNote
{
    private const int MostAutoscalers = 500;

    /// <summary>A note is worth asking for, never worth failing for.</summary>
    public static async Task<string> OfAsync(KubeClient client, KubeArguments arguments, CancellationToken cancellationToken)
    {
        var listed = await client.ListAsync(
            KubePaths.Autoscalers(arguments.Namespace), "", KubeJson.Default.KubeListAutoscaler, MostAutoscalers, cancellationToken);
        var driver = listed.Value?.Items.FirstOrDefault(a => a.Drives("Deployment", arguments.Deployment));
        return driver is null
            ? ""
            : $" The autoscaler {driver.Metadata.Name} keeps it between {driver.Spec!.MinReplicas ?? 1} and {driver.Spec.MaxReplicas} and may move it back.";
    }
}
