namespace AiFixer.Core.Analysis.Causes;

/// <summary>Kinds of causes.</summary>
public static class Categories
{
    public const string Healthy = "healthy";
    public const string ResourceExhaustion = "resource_exhaustion";
    public const string CpuSaturation = "cpu_saturation";
    public const string ConfigurationError = "configuration_error";
    public const string CodeDefect = "code_defect";
    public const string DependencyFailure = "dependency_failure";
    public const string Infrastructure = "infrastructure";
    public const string Network = "network";
    public const string TrafficSurge = "traffic_surge";
    public const string ExternalProvider = "external_provider";
    public const string Certificate = "certificate";
    public const string DataQuality = "data_quality";
    public const string Unknown = "unknown";
}
