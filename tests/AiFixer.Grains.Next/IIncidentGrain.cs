namespace AiFixer.Grains;

/// <summary>A call that the release before does not know.</summary>
public partial interface IIncidentGrain
{
    [Alias("Greet")]
    Task<string> GreetAsync() => Task.FromResult("hello");
}
