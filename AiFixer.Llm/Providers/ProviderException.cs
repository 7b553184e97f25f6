namespace AiFixer.Llm.Providers;

/// <summary>A chat client has no other way to say that there is no answer.</summary>
internal sealed class ProviderException(ProviderFault fault, Exception? inner = null) : Exception(fault.ToString(), inner)
{
    public ProviderException(FaultKind kind, string message)
        : this(new ProviderFault(kind, message))
    {
    }

    public ProviderFault Fault { get; } = fault;
}
