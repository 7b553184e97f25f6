namespace AiFixer.Hosting.Configuration;

/// <summary>Which environment this is: <c>ASPNETCORE_ENVIRONMENT</c>, <c>DOTNET_ENVIRONMENT</c> or <c>ENV</c>; Production when none says.</summary>
public static class EnvironmentName
{
    private static readonly string[] Variables = ["ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT", "ENV"];

    public static string Choose(Func<string, string?> variable)
    {
        foreach (var name in Variables)
        {
            if (variable(name) is { Length: > 0 } value)
                return Whole(value.Trim());
        }

        return "Production";
    }

    private static string Whole(string name) => name.ToLowerInvariant() switch
    {
        "dev" or "development" => "Development",
        "prod" or "production" => "Production",
        "stage" or "staging" => "Staging",
        _ => name,
    };
}
