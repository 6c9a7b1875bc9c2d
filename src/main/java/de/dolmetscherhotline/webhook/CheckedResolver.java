package de.dolmetscherhotline.webhook;

import io.netty.resolver.AbstractAddressResolver;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * Looks up names for connections and lets none through that stands, be it among others, for an address to which nothing may go.
 * The connection is made to what was checked: a name that means something else a moment later (DNS rebinding) is not asked
 * again. Addresses that are written out instead of a name are checked too.
 */
final class CheckedResolver extends AddressResolverGroup<InetSocketAddress> {

    private final AddressResolverGroup<InetSocketAddress> names;
    private final Destinations destinations;

    CheckedResolver(AddressResolverGroup<InetSocketAddress> names, Destinations destinations) {
        this.names = names;
        this.destinations = destinations;
    }

    @Override
    protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
        return new Checked(executor, names.getResolver(executor));
    }

    private final class Checked extends AbstractAddressResolver<InetSocketAddress> {

        private final AddressResolver<InetSocketAddress> lookup;

        private Checked(EventExecutor executor, AddressResolver<InetSocketAddress> lookup) {
            super(executor, InetSocketAddress.class);
            this.lookup = lookup;
        }

        /** Never: what counts as resolved is connected to without a look. */
        @Override
        protected boolean doIsResolved(InetSocketAddress address) {
            return false;
        }

        @Override
        protected void doResolve(InetSocketAddress address, Promise<InetSocketAddress> promise) {
            lookup.resolveAll(address).addListener((Future<List<InetSocketAddress>> found) -> {
                if (isAllowed(found, promise)) {
                    promise.trySuccess(found.getNow().getFirst());
                }
            });
        }

        @Override
        protected void doResolveAll(InetSocketAddress address, Promise<List<InetSocketAddress>> promise) {
            lookup.resolveAll(address).addListener((Future<List<InetSocketAddress>> found) -> {
                if (isAllowed(found, promise)) {
                    promise.trySuccess(List.copyOf(found.getNow()));
                }
            });
        }

        private boolean isAllowed(Future<List<InetSocketAddress>> found, Promise<?> promise) {
            if (!found.isSuccess()) {
                promise.tryFailure(found.cause());
                return false;
            }
            if (found.getNow().isEmpty() || !found.getNow().stream().allMatch(this::isAllowed)) {
                promise.tryFailure(new ForbiddenAddress());
                return false;
            }
            return true;
        }

        private boolean isAllowed(InetSocketAddress address) {
            return !address.isUnresolved() && destinations.allow(address.getAddress());
        }
    }
}
