namespace AiFixer.Playground.Models;

/// <summary>Says what a scripted model does when it is asked.</summary>
public interface IModelScript
{
    /// <summary>Called for one request at a time, in the order in which they come.</summary>
    ModelStep Next(ModelRequest request);
}
