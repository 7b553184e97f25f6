namespace AiFixer.Plugins.Kubernetes;

/// <summary>Which autoscaler is changed; none is there yet when both are null.</summary>
internal sealed record HpaChoice(Hpa? Now, string? Impossible)
{
    public static HpaChoice Of(KubeArguments arguments, IReadOnlyList<Hpa> all)
    {
        var drivers = all.Where(h => h.Known.Drives("Deployment", arguments.Deployment)).ToList();
        if (drivers.Count > 1)
            return new(null, $"{arguments.Deployment} has more than one autoscaler already: {string.Join(", ", drivers.Select(d => d.Name))}");
        if (drivers.Count == 0 && all.Any(h => h.Name == arguments.Deployment))
            return new(null, $"there is an autoscaler {arguments.Deployment} already, and it drives something else");
        return new(drivers.FirstOrDefault(), null);
    }
}
