namespace AiFixer.Plugins.Custom.Assemblies;

/// <summary>The process of an assembly ended, or could not be started.</summary>
/// <param name="called">Whether it may have been told of the call.</param>
internal sealed class WorkerGoneException(string message, bool called) : Exception(message)
{
    public bool Called => called;
}
